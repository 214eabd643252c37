using System.Diagnostics;

namespace DiscourseLens.Scoring;

/// <summary>How long the stages of a scoring run were busy. Any stage may add from any thread.</summary>
internal sealed class ScoringClock(int workers)
{
    private readonly long _start = Stopwatch.GetTimestamp();
    private long _reading, _scoring, _sentiment, _writing;

    /// <summary>The time so far.</summary>
    public ScoringTime Time => new(Stopwatch.GetElapsedTime(_start), workers)
    {
        Reading = TimeSpan.FromTicks(_reading),
        Scoring = TimeSpan.FromTicks(_scoring),
        Sentiment = TimeSpan.FromTicks(_sentiment),
        Writing = TimeSpan.FromTicks(_writing),
    };

    /// <summary>Counts what is done as reading from the store.</summary>
    public T Reading<T>(Func<T> read)
    {
        var start = Stopwatch.GetTimestamp();
        var value = read();
        Interlocked.Add(ref _reading, Stopwatch.GetElapsedTime(start).Ticks);
        return value;
    }

    /// <summary>Counts what is done as writing into the store.</summary>
    public void Writing(Action write)
    {
        var start = Stopwatch.GetTimestamp();
        write();
        Interlocked.Add(ref _writing, Stopwatch.GetElapsedTime(start).Ticks);
    }

    /// <summary>Counts time of a worker.</summary>
    /// <param name="all">All of it.</param>
    /// <param name="sentiment">What of it went into sentiment.</param>
    public void AddScoring(TimeSpan all, TimeSpan sentiment)
    {
        Interlocked.Add(ref _scoring, (all - sentiment).Ticks);
        Interlocked.Add(ref _sentiment, sentiment.Ticks);
    }
}
