package asterism.command.application;

/** Stages in which people judge an application. Nobody judges in two of them. */
public enum Stage { DESK_REVIEW, ASSESSMENT, MODERATION, DECISION }
