"""Plugins that the embedded Airflow loads from this folder."""
