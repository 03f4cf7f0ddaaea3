"""Backups of a database in SQLite: made while the site is used, checked before they are trusted, put back whole.

A backup is one tar file, readable with any `tar`:

    manifest.json          what is in it: product, time, applied migrations, rows per table, SHA-256 of the database
    manifest.json.sha256   SHA-256 of the manifest, for `sha256sum --check`
    regiostaf.sqlite3      the database, one file in rest: no write-ahead log belongs to it

Every byte is covered: the contents by a SHA-256, all that tar adds by comparing it with what `archive` would write.
That finds damage; it is no signature. Whoever can change a backup can make one.
"""
