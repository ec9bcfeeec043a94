-- What people decided on findings, by the content of the application and the words of the obligation: no run makes or
-- removes one. Every change stays in decision_changes.

CREATE TABLE decisions (
    submission_id VARCHAR REFERENCES documents (document_id),
    obligation_id VARCHAR,
    notice_id VARCHAR NOT NULL,
    ruling VARCHAR NOT NULL,
    status VARCHAR NOT NULL,
    machine_status VARCHAR NOT NULL,
    note VARCHAR NOT NULL,
    decided_by VARCHAR NOT NULL,
    decided_at TIMESTAMP NOT NULL,
    PRIMARY KEY (submission_id, obligation_id)
);

CREATE TABLE decision_changes (
    change_id INTEGER PRIMARY KEY,
    submission_id VARCHAR NOT NULL REFERENCES documents (document_id),
    obligation_id VARCHAR NOT NULL,
    notice_id VARCHAR NOT NULL,
    changed_at TIMESTAMP NOT NULL,
    changed_by VARCHAR NOT NULL,
    source VARCHAR NOT NULL,
    from_ruling VARCHAR,
    from_status VARCHAR,
    from_note VARCHAR,
    to_ruling VARCHAR,
    to_status VARCHAR,
    note VARCHAR NOT NULL
);

DROP VIEW v_target_comparison;
DROP VIEW v_gaps;
DROP VIEW v_findings;

CREATE VIEW v_findings AS
SELECT f.notice_id, f.submission_id, s.applicant, s.direction, s.verdict,
       f.kind, f.name, f.status, f.explanation, f.confidence, f.cause, f.obligation_id,
       f.required, f.required_page, f.found, f.found_page, f.found_file, f.claim_position, f.run_id, f.position, s.path,
       d.ruling, coalesce(d.status, f.status) AS final_status, d.note AS decision_note, d.decided_by, d.decided_at
FROM findings f JOIN v_screenings s USING (run_id, notice_id, submission_id)
LEFT JOIN decisions d USING (submission_id, obligation_id);

CREATE VIEW v_gaps AS
SELECT * EXCLUDE (claim_position, run_id, position) FROM v_findings
WHERE status IN ('missing', 'insufficient', 'invalid')
ORDER BY notice_id, applicant, submission_id, position;

CREATE VIEW v_final_gaps AS
SELECT * EXCLUDE (claim_position, run_id, position) FROM v_findings
WHERE final_status IN ('missing', 'insufficient', 'invalid')
ORDER BY notice_id, applicant, submission_id, position;

CREATE VIEW v_target_comparison AS
SELECT f.notice_id, f.submission_id, f.applicant, f.direction,
       o.metric, o.comparator, o.value AS required_value, o.value_max AS required_max, o.unit AS required_unit,
       c.metric AS claimed_metric, c.comparator AS claimed_comparator, c.value AS claimed_value,
       c.value_max AS claimed_max, c.unit AS claimed_unit,
       CASE WHEN o.canonical_unit IS NOT DISTINCT FROM c.canonical_unit AND o.canonical_value <> 0
            THEN c.canonical_value / o.canonical_value END AS claimed_to_required,
       f.status, f.explanation, f.required, f.required_page, f.found, f.found_page
FROM v_findings f
JOIN obligations o ON o.notice_id = f.notice_id AND o.obligation_id = f.obligation_id
LEFT JOIN claims c ON c.submission_id = f.submission_id AND c.position = f.claim_position
WHERE f.kind = 'numeric_target'
ORDER BY f.notice_id, f.direction, o.position, f.applicant;

-- A decision beside its application; where that was handed in anew, the decision speaks of the earlier version.
CREATE VIEW v_decisions AS
SELECT d.submission_id, d.notice_id, s.applicant, d.obligation_id, d.ruling, d.machine_status, d.status, d.note,
       d.decided_by, d.decided_at, v.version, v.superseded, v.path
FROM decisions d
JOIN v_documents v ON v.document_id = d.submission_id
LEFT JOIN submissions s USING (submission_id)
ORDER BY d.decided_at, d.submission_id, d.obligation_id;
