"""The bare peer: Starlette and raw sqlite3, no sign-in, no encryption, no audit. For orientation only."""

from __future__ import annotations

import os
import sqlite3
from uuid import uuid4

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse
from starlette.routing import Route

GOALS = ("walk with Sam on Tuesdays and Fridays", "sleep from eleven to seven", "say one thing in each meeting")


def connect() -> sqlite3.Connection:
    database = sqlite3.connect(os.environ["PEER_DATABASE"], isolation_level=None, check_same_thread=False)
    database.execute("PRAGMA journal_mode=WAL")
    database.execute("PRAGMA synchronous=FULL")
    return database


DATABASE = connect()
DATABASE.execute("CREATE TABLE IF NOT EXISTS goal (id INTEGER PRIMARY KEY, words TEXT)")
DATABASE.execute("CREATE TABLE IF NOT EXISTS rating (id TEXT PRIMARY KEY, goal INTEGER, day TEXT, value INTEGER)")
if not DATABASE.execute("SELECT COUNT(*) FROM goal").fetchone()[0]:
    DATABASE.executemany("INSERT INTO goal (words) VALUES (?)", [(words,) for words in GOALS])
    rows = [(str(uuid4()), goal, f"day {week}", week % 11) for goal in (1, 2, 3) for week in range(104)]
    DATABASE.executemany("INSERT INTO rating VALUES (?, ?, ?, ?)", rows)


async def goals(request: Request) -> JSONResponse:
    listed = DATABASE.execute("SELECT id, words FROM goal").fetchall()
    ratings = DATABASE.execute("SELECT goal, day, value FROM rating ORDER BY day LIMIT 312").fetchall()
    return JSONResponse({"goals": listed, "ratings": ratings})


async def check_in(request: Request) -> JSONResponse:
    form = await request.body()
    DATABASE.execute("BEGIN IMMEDIATE")
    DATABASE.executemany(
        "INSERT INTO rating VALUES (?, ?, ?, ?)", [(str(uuid4()), goal, "today", len(form) % 11) for goal in (1, 2, 3)]
    )
    DATABASE.execute("COMMIT")
    return JSONResponse({"saved": 3})


app = Starlette(routes=[Route("/goals", goals), Route("/check-in", check_in, methods=["POST"])])
