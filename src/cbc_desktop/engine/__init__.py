"""A form being filled in: live nodes, recalculation, validity, and the frozen submission."""
