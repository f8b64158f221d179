package asterism.campaign;

/** What is done to a house under load; in the order of the columns of the results. */
enum Fault {
    WRITER_KILLED, RELAY_KILLED, PROJECTOR_KILLED, POSTGRES_KILLED, KAFKA_RESTARTED, PAUSED, CUT_OFF, TOPIC_DELETED, DUPLICATES, POISON,
    COMMANDS_KILLED, HOUSE_KILLED
}
