-- How an office's rules weigh a finding: gap, review (left to a person), note (shown, not counted). The views of gaps
-- leave notes out, as the reports do.

ALTER TABLE findings ADD COLUMN severity VARCHAR DEFAULT 'gap';

UPDATE findings SET severity = coalesce(s.record::JSON ->> ('$.findings[' || findings.position || '].severity'), 'gap')
FROM screenings s
WHERE s.run_id = findings.run_id AND s.notice_id = findings.notice_id AND s.submission_id = findings.submission_id;

DROP VIEW v_target_comparison;
DROP VIEW v_final_gaps;
DROP VIEW v_gaps;
DROP VIEW v_findings;

CREATE VIEW v_findings AS
SELECT f.notice_id, f.submission_id, s.applicant, s.direction, s.verdict,
       f.kind, f.name, f.status, f.severity, f.explanation, f.confidence, f.cause, f.obligation_id,
       f.required, f.required_page, f.found, f.found_page, f.found_file, f.claim_position, f.run_id, f.position, s.path,
       d.ruling, coalesce(d.status, f.status) AS final_status, d.note AS decision_note, d.decided_by, d.decided_at
FROM findings f JOIN v_screenings s USING (run_id, notice_id, submission_id)
LEFT JOIN decisions d USING (submission_id, obligation_id);

CREATE VIEW v_gaps AS
SELECT * EXCLUDE (claim_position, run_id, position) FROM v_findings
WHERE status IN ('missing', 'insufficient', 'invalid') AND severity <> 'note'
ORDER BY notice_id, applicant, submission_id, position;

CREATE VIEW v_final_gaps AS
SELECT * EXCLUDE (claim_position, run_id, position) FROM v_findings
WHERE final_status IN ('missing', 'insufficient', 'invalid') AND severity <> 'note'
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

DROP VIEW v_version_changes;

CREATE VIEW v_version_changes AS
WITH newest AS (
    SELECT notice_id, submission_id, max(run_id) AS run_id FROM screenings GROUP BY ALL
), versions AS (
    SELECT n.notice_id, v.path, v.version, n.submission_id, n.run_id,
           lag(n.submission_id) OVER w AS before_id, lag(n.run_id) OVER w AS before_run, lag(v.version) OVER w AS before
    FROM document_versions v JOIN newest n ON n.submission_id = v.document_id
    WINDOW w AS (PARTITION BY n.notice_id, v.path ORDER BY v.version)
), pairs AS (
    SELECT * FROM versions
    WHERE before_id IS NOT NULL AND before_id <> submission_id
    QUALIFY row_number() OVER (PARTITION BY notice_id, path ORDER BY version DESC) = 1
), gaps AS (
    SELECT run_id, notice_id, submission_id, obligation_id, kind, name, status, explanation
    FROM findings WHERE status IN ('missing', 'insufficient', 'invalid') AND severity <> 'note'
), sides AS (
    SELECT p.*, g.obligation_id, g.kind, g.name, g.status AS now_status, g.explanation AS now_explanation,
           NULL AS before_status, NULL AS before_explanation
    FROM pairs p JOIN gaps g ON g.run_id = p.run_id AND g.notice_id = p.notice_id AND g.submission_id = p.submission_id
    UNION ALL
    SELECT p.*, g.obligation_id, g.kind, g.name, NULL, NULL, g.status, g.explanation
    FROM pairs p JOIN gaps g
      ON g.run_id = p.before_run AND g.notice_id = p.notice_id AND g.submission_id = p.before_id
)
SELECT notice_id, submission_id, before_id, path, version, before AS before_version, obligation_id,
       any_value(kind) AS kind, any_value(name) AS name,
       CASE WHEN any_value(now_status) IS NULL THEN 'closed'
            WHEN any_value(before_status) IS NULL THEN 'new' ELSE 'open' END AS change,
       any_value(before_status) AS before_status, any_value(now_status) AS status,
       any_value(before_explanation) AS before_explanation, any_value(now_explanation) AS explanation
FROM sides GROUP BY notice_id, submission_id, before_id, path, version, before, obligation_id
ORDER BY notice_id, path, change, kind, obligation_id;
