"""The report on all answers: figures in sentences, charts and tables, and the lists behind them, ready for paper."""
