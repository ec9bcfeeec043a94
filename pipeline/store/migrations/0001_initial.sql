-- The tables. Offsets (start_char, end_char) are half open and count characters of the document's text;
-- pages count from 1; boxes are [page, x0, top, x1, bottom] in PDF points from the page's top left.
-- Foreign keys stand where rows are only ever added or replaced at the leaves: DuckDB checks them row by row.

CREATE TABLE runs (
    run_id INTEGER PRIMARY KEY,
    verb VARCHAR NOT NULL,
    program VARCHAR NOT NULL,
    notice_id VARCHAR,
    started_at TIMESTAMP NOT NULL,
    finished_at TIMESTAMP NOT NULL,
    records_new INTEGER NOT NULL,
    records_changed INTEGER NOT NULL,
    records_unchanged INTEGER NOT NULL,
    screened INTEGER NOT NULL,
    failed INTEGER NOT NULL
);

CREATE TABLE documents (
    document_id VARCHAR PRIMARY KEY,
    kind VARCHAR NOT NULL,
    sha256 VARCHAR NOT NULL,
    media_type VARCHAR NOT NULL,
    pages INTEGER,
    parser VARCHAR NOT NULL
);

CREATE TABLE document_versions (
    path VARCHAR,
    version INTEGER,
    document_id VARCHAR NOT NULL REFERENCES documents (document_id),
    run_id INTEGER NOT NULL REFERENCES runs (run_id),
    PRIMARY KEY (path, version)
);

CREATE TABLE document_texts (
    sha256 VARCHAR PRIMARY KEY,
    path VARCHAR NOT NULL,
    text VARCHAR NOT NULL
);

CREATE TABLE notices (
    notice_id VARCHAR PRIMARY KEY REFERENCES documents (document_id),
    title VARCHAR,
    document_number VARCHAR,
    issued_on VARCHAR,
    issuers VARCHAR,
    record JSON NOT NULL
);

CREATE TABLE submissions (
    submission_id VARCHAR PRIMARY KEY REFERENCES documents (document_id),
    title VARCHAR,
    project VARCHAR,
    filed_on VARCHAR,
    applicant VARCHAR,
    credit_code VARCHAR,
    address VARCHAR,
    legal_representative VARCHAR,
    directions_selected VARCHAR,
    commitment_present BOOLEAN,
    commitment_signed BOOLEAN,
    commitment_sealed BOOLEAN,
    commitment_dated BOOLEAN,
    commitment_date VARCHAR,
    record JSON NOT NULL
);

CREATE TABLE notice_submissions (
    notice_id VARCHAR REFERENCES documents (document_id),
    submission_id VARCHAR REFERENCES documents (document_id),
    PRIMARY KEY (notice_id, submission_id)
);

CREATE TABLE directions (
    notice_id VARCHAR REFERENCES notices (notice_id),
    position INTEGER,
    number INTEGER NOT NULL,
    name VARCHAR NOT NULL,
    category VARCHAR,
    task VARCHAR,
    goal VARCHAR,
    evidence VARCHAR, page INTEGER, start_char INTEGER, end_char INTEGER, boxes DOUBLE[][], file VARCHAR,
    PRIMARY KEY (notice_id, position)
);

CREATE TABLE targets (
    notice_id VARCHAR REFERENCES notices (notice_id),
    position INTEGER,
    role VARCHAR NOT NULL,
    direction INTEGER,
    metric VARCHAR NOT NULL,
    comparator VARCHAR NOT NULL,
    value DOUBLE NOT NULL,
    value_max DOUBLE,
    unit VARCHAR,
    canonical_value DOUBLE,
    canonical_unit VARCHAR,
    due VARCHAR,
    condition VARCHAR,
    stage VARCHAR,
    evidence VARCHAR, page INTEGER, start_char INTEGER, end_char INTEGER, boxes DOUBLE[][], file VARCHAR,
    PRIMARY KEY (notice_id, position)
);

CREATE TABLE deadlines (
    notice_id VARCHAR REFERENCES notices (notice_id),
    position INTEGER,
    kind VARCHAR NOT NULL,
    on_date VARCHAR,
    month_day VARCHAR,
    inferred BOOLEAN NOT NULL,
    at_time VARCHAR,
    duration VARCHAR,
    after_event VARCHAR,
    evidence VARCHAR, page INTEGER, start_char INTEGER, end_char INTEGER, boxes DOUBLE[][], file VARCHAR,
    PRIMARY KEY (notice_id, position)
);

CREATE TABLE eligibility (
    notice_id VARCHAR REFERENCES notices (notice_id),
    position INTEGER,
    text VARCHAR NOT NULL,
    evidence VARCHAR, page INTEGER, start_char INTEGER, end_char INTEGER, boxes DOUBLE[][], file VARCHAR,
    PRIMARY KEY (notice_id, position)
);

CREATE TABLE materials (
    notice_id VARCHAR REFERENCES notices (notice_id),
    position INTEGER,
    name VARCHAR NOT NULL,
    kind VARCHAR NOT NULL,
    copies INTEGER,
    condition VARCHAR,
    evidence VARCHAR, page INTEGER, start_char INTEGER, end_char INTEGER, boxes DOUBLE[][], file VARCHAR,
    PRIMARY KEY (notice_id, position)
);

CREATE TABLE limits (
    notice_id VARCHAR REFERENCES notices (notice_id),
    position INTEGER,
    scope VARCHAR NOT NULL,
    max_chars INTEGER,
    max_pages INTEGER,
    evidence VARCHAR, page INTEGER, start_char INTEGER, end_char INTEGER, boxes DOUBLE[][], file VARCHAR,
    PRIMARY KEY (notice_id, position)
);

CREATE TABLE obligations (
    notice_id VARCHAR REFERENCES notices (notice_id),
    position INTEGER,
    obligation_id VARCHAR NOT NULL,
    kind VARCHAR NOT NULL,
    name VARCHAR NOT NULL,
    direction INTEGER,
    condition VARCHAR,
    metric VARCHAR,
    comparator VARCHAR,
    value DOUBLE,
    value_max DOUBLE,
    unit VARCHAR,
    canonical_value DOUBLE,
    canonical_unit VARCHAR,
    due VARCHAR,
    evidence VARCHAR, page INTEGER, start_char INTEGER, end_char INTEGER, boxes DOUBLE[][], file VARCHAR,
    PRIMARY KEY (notice_id, position)
);

CREATE TABLE contacts (
    document_id VARCHAR REFERENCES documents (document_id),
    position INTEGER,
    organization VARCHAR,
    person VARCHAR,
    role VARCHAR,
    phones VARCHAR[] NOT NULL,
    emails VARCHAR[] NOT NULL,
    address VARCHAR,
    evidence VARCHAR, page INTEGER, start_char INTEGER, end_char INTEGER, boxes DOUBLE[][], file VARCHAR,
    PRIMARY KEY (document_id, position)
);

CREATE TABLE sections (
    document_id VARCHAR REFERENCES documents (document_id),
    position INTEGER,
    number VARCHAR,
    title VARCHAR NOT NULL,
    level INTEGER NOT NULL,
    chars INTEGER NOT NULL,
    guidance VARCHAR,
    text VARCHAR,
    path VARCHAR[] NOT NULL,
    role VARCHAR NOT NULL,
    evidence VARCHAR, page INTEGER, start_char INTEGER, end_char INTEGER, boxes DOUBLE[][], file VARCHAR,
    PRIMARY KEY (document_id, position)
);

CREATE TABLE form_fields (
    document_id VARCHAR REFERENCES documents (document_id),
    position INTEGER,
    name VARCHAR NOT NULL,
    label VARCHAR,
    "group" VARCHAR,
    required BOOLEAN NOT NULL,
    value VARCHAR,
    options VARCHAR[] NOT NULL,
    role VARCHAR NOT NULL,
    evidence VARCHAR, page INTEGER, start_char INTEGER, end_char INTEGER, boxes DOUBLE[][], file VARCHAR,
    PRIMARY KEY (document_id, position)
);

CREATE TABLE seals (
    document_id VARCHAR REFERENCES documents (document_id),
    position INTEGER,
    name VARCHAR NOT NULL,
    kind VARCHAR NOT NULL,
    role VARCHAR NOT NULL,
    filled BOOLEAN,
    content VARCHAR,
    evidence VARCHAR, page INTEGER, start_char INTEGER, end_char INTEGER, boxes DOUBLE[][], file VARCHAR,
    PRIMARY KEY (document_id, position)
);

CREATE TABLE claims (
    submission_id VARCHAR REFERENCES submissions (submission_id),
    position INTEGER,
    promised BOOLEAN NOT NULL,
    metric VARCHAR NOT NULL,
    comparator VARCHAR NOT NULL,
    value DOUBLE NOT NULL,
    value_max DOUBLE,
    unit VARCHAR,
    canonical_value DOUBLE,
    canonical_unit VARCHAR,
    due VARCHAR,
    condition VARCHAR,
    stage VARCHAR,
    evidence VARCHAR, page INTEGER, start_char INTEGER, end_char INTEGER, boxes DOUBLE[][], file VARCHAR,
    PRIMARY KEY (submission_id, position)
);

CREATE TABLE attachments (
    submission_id VARCHAR REFERENCES submissions (submission_id),
    position INTEGER,
    name VARCHAR NOT NULL,
    evidence VARCHAR, page INTEGER, start_char INTEGER, end_char INTEGER, boxes DOUBLE[][], file VARCHAR,
    PRIMARY KEY (submission_id, position)
);

CREATE TABLE screenings (
    run_id INTEGER REFERENCES runs (run_id),
    notice_id VARCHAR REFERENCES documents (document_id),
    submission_id VARCHAR REFERENCES documents (document_id),
    applicant VARCHAR,
    direction INTEGER,
    direction_name VARCHAR,
    direction_score DOUBLE,
    direction_declared BOOLEAN,
    verdict VARCHAR NOT NULL,
    record JSON NOT NULL,
    PRIMARY KEY (run_id, notice_id, submission_id)
);

CREATE TABLE findings (
    run_id INTEGER REFERENCES runs (run_id),
    notice_id VARCHAR REFERENCES documents (document_id),
    submission_id VARCHAR REFERENCES documents (document_id),
    position INTEGER,
    obligation_id VARCHAR NOT NULL,
    kind VARCHAR NOT NULL,
    name VARCHAR NOT NULL,
    status VARCHAR NOT NULL,
    explanation VARCHAR NOT NULL,
    confidence DOUBLE NOT NULL,
    cause VARCHAR,
    claim_position INTEGER,
    required VARCHAR, required_page INTEGER, required_start INTEGER, required_end INTEGER, required_boxes DOUBLE[][],
    found VARCHAR, found_page INTEGER, found_start INTEGER, found_end INTEGER, found_boxes DOUBLE[][], found_file VARCHAR,
    PRIMARY KEY (run_id, notice_id, submission_id, position)
);

CREATE TABLE matches (
    run_id INTEGER REFERENCES runs (run_id),
    notice_id VARCHAR REFERENCES documents (document_id),
    submission_id VARCHAR REFERENCES documents (document_id),
    position INTEGER,
    subject VARCHAR NOT NULL,
    obligation_id VARCHAR,
    direction INTEGER,
    score DOUBLE NOT NULL,
    passage INTEGER,
    passage_score DOUBLE,
    passage_text VARCHAR,
    PRIMARY KEY (run_id, notice_id, submission_id, position)
);

CREATE TABLE failures (
    run_id INTEGER REFERENCES runs (run_id),
    position INTEGER,
    path VARCHAR NOT NULL,
    error VARCHAR NOT NULL,
    reason VARCHAR NOT NULL,
    PRIMARY KEY (run_id, position)
);
