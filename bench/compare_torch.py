#!/usr/bin/env python3
"""Times PyTorch on Weft's models: the same layers, data, batch and optimiser, all data on the device.

    compare_torch.py --models DIR [--data DIR] [--out FILE] [--epochs N] [--steps N] [--device cuda]

Every model runs eagerly, compiled (torch.compile) and, on CUDA, as one captured graph a step, with
Adadelta over all tensors at once (foreach). Single layers are timed too, on CUDA by replaying graphs
of twenty, so that launches do not count. Arithmetic is FP32 without TF32, as Weft's. The `seconds` to
an accuracy count from the start of a program that trains one model in one mode, as those of `weft
train --reach` do: what all of them need, to import PyTorch and load the data, is counted for each.
"""
import argparse
import gzip
import json
import statistics
import time
from pathlib import Path

STARTED = time.perf_counter()  # before PyTorch, whose import counts

import torch
import torch.nn.functional as F
from torch import nn

GOALS = (0.90, 0.91)
IN_GRAPH = 20


def read_idx(folder, name, rank):
    """The bytes of an IDX file, plain or .gz, shaped as its header says."""
    path = next(p for p in (folder / name, folder / (name + ".gz")) if p.exists())
    raw = gzip.open(path).read() if path.suffix == ".gz" else path.read_bytes()
    shape = [int.from_bytes(raw[4 + 4 * i : 8 + 4 * i], "big") for i in range(rank)]
    return torch.frombuffer(bytearray(raw[4 + 4 * rank :]), dtype=torch.uint8).reshape(shape)


def load(folder, device):
    """Images [N,1,28,28] as bytes and labels [N], for training (54,000) and testing, and their origin."""
    if folder is None:
        g = torch.Generator().manual_seed(0)
        sizes = (54000, 10000)
        parts = [(torch.randint(256, (n, 28, 28), generator=g, dtype=torch.uint8),
                  torch.randint(10, (n,), generator=g, dtype=torch.uint8)) for n in sizes]
    else:
        parts = [(read_idx(folder, f"{p}-images-idx3-ubyte", 3), read_idx(folder, f"{p}-labels-idx1-ubyte", 1))
                 for p in ("train", "t10k")]
        parts[0] = tuple(part[:54000] for part in parts[0])
    on = [(x.unsqueeze(1).to(device), y.long().to(device)) for x, y in parts]
    return on[0], on[1], "Fashion-MNIST" if folder else "noise"


def build(spec):
    """The layers of a model in Weft's JSON; the softmax is left to the loss."""
    h, w, c = spec["input"]
    layers = []
    for layer in spec["layers"]:
        kind = layer["type"]
        if kind == "conv2d":
            k, valid = layer["kernel"], layer["padding"] == "valid"
            layers.append(nn.Conv2d(c, layer["filters"], k, padding=0 if valid else k // 2 if k % 2 else "same"))
            c = layer["filters"]
            h, w = (h - k + 1, w - k + 1) if valid else (h, w)
        elif kind == "pool":
            layers.append(nn.MaxPool2d(layer["size"], layer["stride"]))
            h, w = h // 2, w // 2
        elif kind == "dropout":
            layers.append(nn.Dropout(layer["rate"]))
        elif kind == "flatten":
            layers.append(nn.Flatten())
            c = h * w * c
        elif kind == "dense":
            layers.append(nn.Linear(c, layer["units"]))
            c = layer["units"]
        else:
            raise ValueError(f"{spec['name']}: no layer {kind} here")
        if layer.get("activation") == "relu":
            layers.append(nn.ReLU())
    model = nn.Sequential(*layers)
    for p in model.parameters():
        nn.init.xavier_uniform_(p) if p.dim() > 1 else nn.init.zeros_(p)
    return model


class Training:
    """A model, and steps over batches of fixed size that are picked by an index on the device."""

    def __init__(self, spec, mode, data, batch, device):
        torch.manual_seed(0)
        self.images, self.labels = data
        self.device, self.batch = device, batch
        self.model = build(spec).to(device)
        cuda = device.type == "cuda"
        self.optimizer = torch.optim.Adadelta(
            self.model.parameters(), lr=1.0, rho=0.95, eps=1e-7, foreach=True, capturable=cuda)
        self.index = torch.zeros(batch, dtype=torch.long, device=device)
        self.forward = torch.compile(self.loss) if mode == "compile" else self.loss
        self.run = self.captured() if mode == "graph" else self.eager

    def loss(self, index):
        x = self.images[index].float() / 255
        return F.cross_entropy(self.model(x), self.labels[index])

    def eager(self):
        self.optimizer.zero_grad(set_to_none=True)
        self.forward(self.index).backward()
        self.optimizer.step()

    def captured(self):
        """One CUDA graph of a whole step; it needs some steps made on another stream before."""
        side = torch.cuda.Stream()
        side.wait_stream(torch.cuda.current_stream())
        with torch.cuda.stream(side):
            for _ in range(3):
                self.eager()
        torch.cuda.current_stream().wait_stream(side)
        graph = torch.cuda.CUDAGraph()
        self.optimizer.zero_grad(set_to_none=True)
        with torch.cuda.graph(graph):
            self.forward(self.index).backward()
            self.optimizer.step()
        return graph.replay

    def epoch(self, most=None):
        """Whole batches in a new order; returns how many."""
        order = torch.randperm(len(self.images), device=self.device)
        steps = len(order) // self.batch if most is None else most
        for i in range(steps):
            self.index.copy_(order[i * self.batch : (i + 1) * self.batch])
            self.run()
        return steps

    @torch.no_grad()
    def accuracy(self, images, labels):
        self.model.eval()
        hits = sum((self.model(x.float() / 255).argmax(1) == y).sum() for x, y in
                   zip(images.split(1000), labels.split(1000)))
        self.model.train()
        return hits.item() / len(images)


def finish(device):
    if device.type == "cuda":
        torch.cuda.synchronize()


def train(spec, mode, data, test, args, device, before):
    """One row of the result: epochs from a cold start, `before` seconds into the program, then microseconds a step."""
    begun = time.perf_counter() - before
    t = Training(spec, mode, data, args.batch, device)
    row = {"model": spec["name"], "mode": mode, "reached": [], "epochs": args.epochs}
    epochs = []
    for epoch in range(1, args.epochs + 1):
        start = time.perf_counter()
        steps = t.epoch()
        finish(device)
        epochs.append(time.perf_counter() - start)
        row["test_accuracy"] = t.accuracy(*test)
        for goal in GOALS:
            if row["test_accuracy"] >= goal and goal not in [r["accuracy"] for r in row["reached"]]:
                row["reached"].append({"accuracy": goal, "epoch": epoch, "seconds": time.perf_counter() - begun})
    if epochs:
        row["epoch_seconds"] = statistics.median(epochs)
        row["images_per_second"] = steps * args.batch / row["epoch_seconds"]
    t.epoch(10)
    blocks = []
    for _ in range(5):
        finish(device)
        start = time.perf_counter()
        t.epoch(args.steps)
        finish(device)
        blocks.append((time.perf_counter() - start) / args.steps * 1e6)
    row["micros"] = statistics.median(blocks)
    return row


def micros(call, device):
    """What a call takes on the device, the median of five."""
    for _ in range(3):
        call()
    if device.type == "cuda":
        torch.cuda.synchronize()
        graph = torch.cuda.CUDAGraph()
        with torch.cuda.graph(graph):
            for _ in range(IN_GRAPH):
                call()
        repeat = graph.replay
    else:
        def repeat():
            for _ in range(IN_GRAPH):
                call()
    times = []
    repeat()
    for _ in range(5):
        finish(device)
        start = time.perf_counter()
        repeat()
        finish(device)
        times.append((time.perf_counter() - start) / IN_GRAPH * 1e6)
    return statistics.median(times)


def dims(t):
    """[N,C,H,W] or [N,C] as Weft writes shapes, without the batch."""
    return "x".join(map(str, (*t.shape[2:], t.shape[1]) if t.dim() == 4 else t.shape[1:]))


def layers(spec, batch, device):
    """Every convolution, dense layer and pool of a model, forward and backward, named as Weft does."""
    back = torch.ops.aten.convolution_backward
    x = torch.rand(batch, spec["input"][2], *spec["input"][:2], device=device)
    with torch.no_grad():
        for m in build(spec).to(device):
            y, calls = m(x), []
            dy = torch.rand_like(y)
            if isinstance(m, nn.Conv2d):
                k = f"{m.kernel_size[0]}x{m.kernel_size[1]}x{m.in_channels}x{m.out_channels}"
                pad = [0, 0] if m.padding == (0, 0) else [m.kernel_size[0] // 2] * 2
                even = m.padding == "same"
                px = F.pad(x, (0, 1, 0, 1)) if even else x
                pad = [0, 0] if even else pad

                def backward(mask, px=px, dy=dy, m=m, pad=pad):
                    return back(dy, px, m.weight, [m.out_channels], [1, 1], pad, [1, 1], False, [0, 0], 1, mask)

                calls = [("conv2d.forward", f"{dims(x)} {k}", lambda m=m, x=x: F.relu(m(x))),
                         ("conv2d.backwardFilter", f"{dims(x)} {dims(y)}", lambda: backward([False, True, True])),
                         ("conv2d.backwardData", f"{dims(y)} {k}", lambda: backward([True, False, False]))]
            elif isinstance(m, nn.Linear):
                k = f"{m.in_features}x{m.out_features}"
                calls = [("dense.forward", f"{m.in_features} {k}", lambda m=m, x=x: m(x)),
                         ("dense.backwardWeights", f"{m.in_features} {m.out_features}",
                          lambda x=x, dy=dy: (dy.t() @ x, dy.sum(0))),
                         ("dense.backwardData", f"{m.out_features} {k}", lambda m=m, dy=dy: dy @ m.weight)]
            elif isinstance(m, nn.MaxPool2d):
                calls = [("pool2d.forward", f"{dims(x)} {dims(y)}", lambda m=m, x=x: m(x))]
            for op, shape, call in calls:
                yield {"op": op, "shape": shape, "micros": micros(call, device)}
            x = y


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--models", type=Path, required=True, help="folder of Weft's models as JSON")
    parser.add_argument("--data", type=Path, help="folder of Fashion-MNIST; without it noise, for times alone")
    parser.add_argument("--out", type=Path, default=Path("torch.json"))
    parser.add_argument("--only", default="", help="names of models, separated by commas")
    parser.add_argument("--batch", type=int, default=128)
    parser.add_argument("--epochs", type=int, default=12)
    parser.add_argument("--steps", type=int, default=200, help="of each of five timings")
    parser.add_argument("--device", default="cuda")
    args = parser.parse_args()
    device = torch.device(args.device)
    cuda = device.type == "cuda"
    if cuda and not torch.cuda.is_available():
        raise SystemExit("PyTorch finds no CUDA device")
    torch.backends.cuda.matmul.allow_tf32 = torch.backends.cudnn.allow_tf32 = False
    torch.backends.cudnn.benchmark = True
    data, test, origin = load(args.data, device)
    result = {"torch": torch.__version__, "cuda": torch.version.cuda, "cudnn": torch.backends.cudnn.version(),
              "device": torch.cuda.get_device_name() if cuda else "cpu", "data": origin, "batch": args.batch,
              "start_seconds": time.perf_counter() - STARTED, "rows": [], "layers": [], "skipped": []}
    wanted = [name for name in args.only.split(",") if name]
    specs = [json.loads(p.read_text()) for p in sorted(args.models.glob("*.json"))]
    specs = [s for s in specs if not wanted or s["name"] in wanted]
    for spec in specs:
        for mode in ("eager", "compile", "graph"):
            try:
                if mode == "graph" and not cuda:
                    raise RuntimeError("CUDA graphs need CUDA")
                result["rows"].append(train(spec, mode, data, test, args, device, result["start_seconds"]))
            except Exception as e:  # a mode that fails must not cost the others
                result["skipped"].append({"model": spec["name"], "mode": mode, "reason": str(e).split("\n")[0]})
        seen = {(row["op"], row["shape"]) for row in result["layers"]}
        result["layers"] += [r for r in layers(spec, args.batch, device) if (r["op"], r["shape"]) not in seen]
        args.out.write_text(json.dumps(result, indent=1))  # what there is survives a limit of time


if __name__ == "__main__":
    main()
