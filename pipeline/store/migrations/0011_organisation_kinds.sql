-- What kind of organisation an applicant and a contact's organisation are, by their names: company, school, hospital,
-- institute, association, authority, other. Records saved before have none until they are read again.

ALTER TABLE submissions ADD COLUMN applicant_kind VARCHAR;
ALTER TABLE contacts ADD COLUMN organization_kind VARCHAR;

DROP VIEW v_contacts;

CREATE VIEW v_contacts AS
SELECT c.document_id, d.kind, coalesce(n.title, s.applicant, s.title) AS document,
       c.organization, c.organization_kind, c.person, c.role,
       array_to_string(c.phones, '、') AS phones, array_to_string(c.emails, '、') AS emails, c.address,
       c.evidence, c.page
FROM contacts c
JOIN v_documents d ON d.document_id = c.document_id AND NOT d.superseded
LEFT JOIN notices n ON n.notice_id = c.document_id
LEFT JOIN submissions s ON s.submission_id = c.document_id
ORDER BY d.kind, c.document_id, c.position;
