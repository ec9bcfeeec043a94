"""What ``jiebang list`` shows: one query a list."""

LISTS: dict[str, str] = {
    "notices": """
        SELECT n.notice_id, n.title, n.issued_on,
               (SELECT count(*) FROM directions x WHERE x.notice_id = n.notice_id) AS directions,
               (SELECT count(*) FROM obligations x WHERE x.notice_id = n.notice_id) AS obligations,
               (SELECT count(*) FROM v_screenings x WHERE x.notice_id = n.notice_id) AS screened,
               d.version, d.superseded, d.path
        FROM notices n JOIN v_documents d ON d.document_id = n.notice_id
        ORDER BY d.path, d.version""",
    "submissions": """
        SELECT s.submission_id, s.applicant, s.project, s.directions_selected, v.notice_id, v.verdict,
               (SELECT count(DISTINCT coalesce(x.cause, x.obligation_id)) FROM v_gaps x
                WHERE x.submission_id = s.submission_id AND x.notice_id = v.notice_id) AS gaps,
               d.version, d.superseded, d.path
        FROM submissions s JOIN v_documents d ON d.document_id = s.submission_id
        LEFT JOIN v_screenings v USING (submission_id)
        ORDER BY d.path, d.version, v.notice_id""",
    "runs": "SELECT * FROM runs ORDER BY run_id",
}
