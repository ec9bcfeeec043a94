-- What two applications to one notice share: found anew by every screening, over all current applications to it.

CREATE TABLE peer_findings (
    run_id INTEGER REFERENCES runs (run_id),
    notice_id VARCHAR REFERENCES documents (document_id),
    position INTEGER,
    kind VARCHAR NOT NULL,
    one_id VARCHAR NOT NULL REFERENCES documents (document_id),
    other_id VARCHAR NOT NULL REFERENCES documents (document_id),
    value VARCHAR,
    explanation VARCHAR NOT NULL,
    confidence DOUBLE NOT NULL,
    record JSON NOT NULL,
    PRIMARY KEY (run_id, notice_id, position)
);

CREATE TABLE peer_passages (
    run_id INTEGER REFERENCES runs (run_id),
    notice_id VARCHAR REFERENCES documents (document_id),
    position INTEGER,
    passage INTEGER,
    chars INTEGER NOT NULL,
    one VARCHAR NOT NULL, one_file VARCHAR, one_page INTEGER, one_start INTEGER NOT NULL, one_end INTEGER NOT NULL,
    other VARCHAR NOT NULL, other_file VARCHAR, other_page INTEGER,
    other_start INTEGER NOT NULL, other_end INTEGER NOT NULL,
    PRIMARY KEY (run_id, notice_id, position, passage)
);

CREATE VIEW v_peers AS
SELECT p.run_id, p.notice_id, p.kind, p.one_id, a.applicant AS one_applicant, p.other_id, b.applicant AS other_applicant,
       p.value, p.explanation, p.confidence, p.position
FROM peer_findings p
JOIN submissions a ON a.submission_id = p.one_id
JOIN submissions b ON b.submission_id = p.other_id
WHERE p.run_id = (SELECT max(run_id) FROM runs r WHERE r.notice_id = p.notice_id AND r.verb = 'screen')
ORDER BY p.notice_id, p.position;
