-- CreateTable
-- Unlogged: written at every limited door, and a crash may forget it.
CREATE UNLOGGED TABLE "TurnCount" (
    "key" VARCHAR(255) NOT NULL,
    "points" INTEGER NOT NULL DEFAULT 0,
    "expire" BIGINT,

    CONSTRAINT "TurnCount_pkey" PRIMARY KEY ("key")
);

