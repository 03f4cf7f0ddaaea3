"""What changes a meeting: its opening and closing, who joins, the rounds, the answers, and the cleaning after them."""
