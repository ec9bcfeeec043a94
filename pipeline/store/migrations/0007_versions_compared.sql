-- What became of each gap between an application's present version and the one before at the same path that was
-- screened against the same notice: closed, new, or still open.

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
    FROM findings WHERE status IN ('missing', 'insufficient', 'invalid')
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
