"""Turns a folder of news articles into a site: one page per event, every sentence traced to its sources."""
