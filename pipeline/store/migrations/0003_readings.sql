-- How a file was read, by its content: what read each page, and what a person should know of it.

CREATE TABLE document_pages (
    sha256 VARCHAR,
    number INTEGER,
    width DOUBLE NOT NULL,
    height DOUBLE NOT NULL,
    reader VARCHAR NOT NULL,
    confidence DOUBLE,
    PRIMARY KEY (sha256, number)
);

CREATE TABLE document_notes (
    sha256 VARCHAR,
    position INTEGER,
    note VARCHAR NOT NULL,
    PRIMARY KEY (sha256, position)
);
