-- Last days to be counted again, since a year of a calendar was published that they may fall into.
create table desk.recount (
    cause   uuid not null,
    alarm   text not null,
    subject text not null,
    primary key (cause, alarm, subject)
);
