-- The views an analyst writes first. Only the newest screening of the newest version of a file counts in them.

CREATE VIEW v_documents AS
WITH newest AS (
    SELECT path, max(version) AS version FROM document_versions GROUP BY path
), latest AS (
    SELECT document_id, path, version, run_id FROM document_versions JOIN newest USING (path, version)
), last_seen AS (
    SELECT document_id, max_by(path, run_id) AS path, max_by(version, run_id) AS version
    FROM document_versions GROUP BY document_id
)
SELECT d.document_id, d.kind, s.path, s.version,
       d.document_id NOT IN (SELECT document_id FROM latest) AS superseded,
       d.sha256, d.media_type, d.pages, d.parser
FROM documents d JOIN last_seen s USING (document_id);

CREATE VIEW v_screenings AS
SELECT s.* EXCLUDE (record), d.path, sub.project, sub.credit_code
FROM screenings s
JOIN v_documents d ON d.document_id = s.submission_id AND NOT d.superseded
JOIN submissions sub USING (submission_id)
WHERE s.run_id = (
    SELECT max(o.run_id) FROM screenings o WHERE o.notice_id = s.notice_id AND o.submission_id = s.submission_id
);

CREATE VIEW v_findings AS
SELECT f.notice_id, f.submission_id, s.applicant, s.direction, s.verdict,
       f.kind, f.name, f.status, f.explanation, f.confidence, f.cause, f.obligation_id,
       f.required, f.required_page, f.found, f.found_page, f.found_file, f.claim_position, f.run_id, f.position, s.path
FROM findings f JOIN v_screenings s USING (run_id, notice_id, submission_id);

CREATE VIEW v_gaps AS
SELECT * EXCLUDE (claim_position, run_id, position) FROM v_findings
WHERE status IN ('missing', 'insufficient', 'invalid')
ORDER BY notice_id, applicant, submission_id, position;

CREATE VIEW v_open_deadlines AS
WITH dated AS (
    SELECT d.*, coalesce(
        try_cast(d.on_date AS DATE),
        last_day(try_cast(d.on_date || '-01' AS DATE))
    ) AS last_date
    FROM deadlines d JOIN v_documents v ON v.document_id = d.notice_id AND NOT v.superseded
)
SELECT x.notice_id, n.title, x.kind, x.last_date, x.at_time, x.last_date - current_date AS days_left, x.evidence, x.page
FROM dated x JOIN notices n USING (notice_id)
WHERE x.last_date >= current_date
ORDER BY x.last_date, x.notice_id, x.position;

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

CREATE VIEW v_contacts AS
SELECT c.document_id, d.kind, coalesce(n.title, s.applicant, s.title) AS document,
       c.organization, c.person, c.role,
       array_to_string(c.phones, '、') AS phones, array_to_string(c.emails, '、') AS emails, c.address,
       c.evidence, c.page
FROM contacts c
JOIN v_documents d ON d.document_id = c.document_id AND NOT d.superseded
LEFT JOIN notices n ON n.notice_id = c.document_id
LEFT JOIN submissions s ON s.submission_id = c.document_id
ORDER BY d.kind, c.document_id, c.position;
