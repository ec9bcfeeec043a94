-- What a notice lays down beside its tasks, and what an application says of its work beside its claims.

CREATE TABLE support_measures (
    notice_id VARCHAR REFERENCES notices (notice_id),
    position INTEGER,
    kind VARCHAR NOT NULL,
    text VARCHAR NOT NULL,
    amount DOUBLE,
    share DOUBLE,
    direction INTEGER,
    evidence VARCHAR, page INTEGER, start_char INTEGER, end_char INTEGER, boxes DOUBLE[][], file VARCHAR,
    PRIMARY KEY (notice_id, position)
);

CREATE TABLE review_rules (
    notice_id VARCHAR REFERENCES notices (notice_id),
    position INTEGER,
    kind VARCHAR NOT NULL,
    text VARCHAR NOT NULL,
    criterion VARCHAR,
    weight DOUBLE,
    unit VARCHAR,
    pass_mark DOUBLE,
    evidence VARCHAR, page INTEGER, start_char INTEGER, end_char INTEGER, boxes DOUBLE[][], file VARCHAR,
    PRIMARY KEY (notice_id, position)
);

CREATE TABLE quotas (
    notice_id VARCHAR REFERENCES notices (notice_id),
    position INTEGER,
    kind VARCHAR NOT NULL,
    who VARCHAR,
    maximum INTEGER,
    unit VARCHAR,
    text VARCHAR NOT NULL,
    evidence VARCHAR, page INTEGER, start_char INTEGER, end_char INTEGER, boxes DOUBLE[][], file VARCHAR,
    PRIMARY KEY (notice_id, position)
);

CREATE TABLE commitment_letters (
    notice_id VARCHAR REFERENCES notices (notice_id),
    position INTEGER,
    title VARCHAR NOT NULL,
    promises VARCHAR[] NOT NULL,
    blanks VARCHAR[] NOT NULL,
    evidence VARCHAR, page INTEGER, start_char INTEGER, end_char INTEGER, boxes DOUBLE[][], file VARCHAR,
    PRIMARY KEY (notice_id, position)
);

CREATE TABLE team_members (
    submission_id VARCHAR REFERENCES submissions (submission_id),
    position INTEGER,
    name VARCHAR NOT NULL,
    role VARCHAR,
    title VARCHAR,
    degree VARCHAR,
    specialty VARCHAR,
    organization VARCHAR,
    duty VARCHAR,
    evidence VARCHAR, page INTEGER, start_char INTEGER, end_char INTEGER, boxes DOUBLE[][], file VARCHAR,
    PRIMARY KEY (submission_id, position)
);

CREATE TABLE fund_items (
    submission_id VARCHAR REFERENCES submissions (submission_id),
    position INTEGER,
    kind VARCHAR NOT NULL,
    name VARCHAR NOT NULL,
    amount DOUBLE NOT NULL,
    source VARCHAR,
    year INTEGER,
    evidence VARCHAR, page INTEGER, start_char INTEGER, end_char INTEGER, boxes DOUBLE[][], file VARCHAR,
    PRIMARY KEY (submission_id, position)
);

CREATE TABLE achievements (
    submission_id VARCHAR REFERENCES submissions (submission_id),
    position INTEGER,
    kind VARCHAR NOT NULL,
    name VARCHAR NOT NULL,
    count INTEGER,
    number VARCHAR,
    evidence VARCHAR, page INTEGER, start_char INTEGER, end_char INTEGER, boxes DOUBLE[][], file VARCHAR,
    PRIMARY KEY (submission_id, position)
);

CREATE TABLE milestones (
    submission_id VARCHAR REFERENCES submissions (submission_id),
    position INTEGER,
    starts_on VARCHAR,
    ends_on VARCHAR,
    stage VARCHAR,
    text VARCHAR NOT NULL,
    evidence VARCHAR, page INTEGER, start_char INTEGER, end_char INTEGER, boxes DOUBLE[][], file VARCHAR,
    PRIMARY KEY (submission_id, position)
);
