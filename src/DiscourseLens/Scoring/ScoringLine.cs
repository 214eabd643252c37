using System.Collections.Concurrent;

namespace DiscourseLens.Scoring;

/// <summary>
/// Reads and scores ahead of the writer, a bounded number of batches: one thread reads, several score, and batches come out in
/// the order in which they were read. Its end stops and awaits them all.
/// </summary>
internal sealed class ScoringLine : IDisposable
{
    // Enough that no stage waits for a short pause of another; few enough to hold in memory.
    private const int BatchesAhead = 4;

    // Posts that one worker takes at once: with few, replies and their parents meet in the same hands seldom enough to overlap.
    private const int PartSize = 25;

    private readonly PostReader _reader;
    private readonly ScoringClock _clock;
    private readonly ConcurrentExclusiveSchedulerPair _workers;
    private readonly ConcurrentBag<PostScorer> _idle;
    private readonly CancellationTokenSource _stop;
    private readonly BlockingCollection<IReadOnlyList<Task<IReadOnlyList<PostScores>>>> _batches = new(BatchesAhead);
    private readonly Task _reading;

    /// <summary>Starts reading and scoring.</summary>
    public ScoringLine(PostReader reader, Scorers scorers, ScoringClock clock, int workers, CancellationToken cancellationToken)
    {
        (_reader, _clock) = (reader, clock);
        _workers = new ConcurrentExclusiveSchedulerPair(TaskScheduler.Default, workers);
        _idle = [.. Enumerable.Range(0, workers).Select(_ => new PostScorer(scorers, clock))];
        _stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        _reading = Task.Factory.StartNew(Read, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
    }

    /// <summary>Scored batches, to be taken by one thread.</summary>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public IEnumerable<IReadOnlyList<PostScores>> Batches()
    {
        foreach (var batch in _batches.GetConsumingEnumerable(_stop.Token))
            yield return [.. batch.SelectMany(part => part.GetAwaiter().GetResult())];
        _reading.GetAwaiter().GetResult();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _stop.Cancel();
        Task.WhenAny(_reading).GetAwaiter().GetResult();
        _workers.Complete();
        _workers.Completion.GetAwaiter().GetResult();
        _batches.Dispose();
        _stop.Dispose();
    }

    private void Read()
    {
        try
        {
            while (_clock.Reading(_reader.ReadNext) is { Count: > 0 } posts)
                _batches.Add([.. posts.Chunk(PartSize).Select(StartScoring)], _stop.Token);
        }
        finally
        {
            _batches.CompleteAdding();
        }
    }

    private Task<IReadOnlyList<PostScores>> StartScoring(PostInHand[] posts) =>
        Task.Factory.StartNew(() => Score(posts), _stop.Token, TaskCreationOptions.None, _workers.ConcurrentScheduler);

    private IReadOnlyList<PostScores> Score(PostInHand[] posts)
    {
        var scorer = _idle.TryTake(out var idle) ? idle : throw new InvalidOperationException("More workers than scorers.");
        try
        {
            return scorer.Score(posts, _stop.Token);
        }
        finally
        {
            _idle.Add(scorer);
        }
    }
}
