-- What documents say, passage by passage, and the vectors of texts by model: nothing is encoded twice.

CREATE TABLE passages (
    document_id VARCHAR REFERENCES documents (document_id),
    position INTEGER,
    path VARCHAR[] NOT NULL,
    role VARCHAR NOT NULL,
    text VARCHAR NOT NULL,
    folded VARCHAR NOT NULL,
    text_key UBIGINT NOT NULL,
    evidence VARCHAR, page INTEGER, start_char INTEGER, end_char INTEGER, boxes DOUBLE[][], file VARCHAR,
    PRIMARY KEY (document_id, position)
);

CREATE TABLE vectors (
    model VARCHAR,
    text_key UBIGINT,
    vector FLOAT[] NOT NULL,
    PRIMARY KEY (model, text_key)
);

-- The key of a text: the first 16 hexadecimal digits of the sha256 of its folded form.
CREATE MACRO text_key(folded) AS ('0x' || sha256(folded)[1:16])::UBIGINT;

CREATE VIEW v_passages AS
SELECT p.document_id, d.kind, coalesce(s.applicant, n.title, s.title) AS document,
       p.position, array_to_string(p.path, ' > ') AS heading, p.role, p.text, p.page, p.file, p.folded, p.text_key
FROM passages p
JOIN v_documents d ON d.document_id = p.document_id AND NOT d.superseded
LEFT JOIN notices n ON n.notice_id = p.document_id
LEFT JOIN submissions s ON s.submission_id = p.document_id;

-- WHERE sought = text_key('…') ORDER BY score DESC: the passages nearest to a text whose vector is stored, by brute force.
CREATE VIEW v_nearest_passages AS
SELECT a.model, a.text_key AS sought, round(list_inner_product(b.vector, a.vector), 4) AS score,
       p.document_id, p.kind, p.document, p.position, p.heading, p.text, p.page
FROM vectors a
JOIN vectors b ON b.model = a.model AND len(b.vector) = len(a.vector)
JOIN v_passages p ON p.text_key = b.text_key;
