"""From the answers that count to tables, figures and what is written of them."""
