"""Teaches the network of the classifier which challenges findings bear on."""

from __future__ import annotations

from typing import Any

import numpy as np
import torch
from torch import nn
from torch.nn import functional

from telusur.extract.classifier.network import Network

Array = np.ndarray[Any, Any]

UNITS = 256
EPOCHS, BATCH = 25, 128
RATE, DECAY = 1e-3, 1e-2
HIDDEN_INPUTS, HIDDEN_UNITS = 0.25, 0.5
"""What part of inputs and of units is hidden at each step, so that none is relied on alone."""


def learn(rows: Array, answers: Array, counts: Array, seed: int = 1) -> Network:
    """Learn `answers` (rows, challenges), true or false, from `rows` of inputs.

    `counts` (rows,) is what each row counts.
    """
    torch.manual_seed(seed)
    inner, outer = nn.Linear(rows.shape[1], UNITS), nn.Linear(UNITS, answers.shape[1])
    net = nn.Sequential(
        nn.Dropout(HIDDEN_INPUTS), inner, nn.ReLU(), nn.Dropout(HIDDEN_UNITS), outer
    )
    said, wanted = torch.tensor(rows, dtype=torch.float32), torch.tensor(answers).float()
    weighs = torch.tensor(counts, dtype=torch.float32)
    optimiser = torch.optim.AdamW(net.parameters(), lr=RATE, weight_decay=DECAY)
    steps = EPOCHS * -(-len(said) // BATCH)
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimiser, RATE, total_steps=steps)
    for _ in range(EPOCHS):
        order = torch.randperm(len(said))
        for start in range(0, len(said), BATCH):
            some = order[start : start + BATCH]
            wrong = functional.binary_cross_entropy_with_logits(
                net(said[some]), wanted[some], reduction="none"
            )
            loss = (wrong.sum(1) * weighs[some]).mean()
            optimiser.zero_grad()
            loss.backward()  # type: ignore[no-untyped-call]
            optimiser.step()
            schedule.step()
    weights = (inner.weight.T, inner.bias, outer.weight.T, outer.bias)
    return Network(*(one.detach().numpy() for one in weights))
