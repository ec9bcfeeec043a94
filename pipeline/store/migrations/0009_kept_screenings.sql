-- What a screening was made of, as digests: the same files, notice, settings and program need no second screening.
-- record_digest is the md5 of the application's record at that time.

CREATE TABLE screening_bases (
    run_id INTEGER REFERENCES runs (run_id),
    notice_id VARCHAR,
    submission_id VARCHAR,
    basis VARCHAR NOT NULL,
    record_digest VARCHAR NOT NULL,
    PRIMARY KEY (run_id, notice_id, submission_id)
);

CREATE TABLE peer_bases (
    run_id INTEGER PRIMARY KEY REFERENCES runs (run_id),
    notice_id VARCHAR NOT NULL,
    basis VARCHAR NOT NULL
);
