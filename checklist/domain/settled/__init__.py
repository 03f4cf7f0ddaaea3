"""What is settled and only ever added to: its canonical bytes, its acts, its chain. Pure (docs/rules.md, rule 16)."""
