using System.Diagnostics;

namespace DiscourseLens.Scoring;

/// <summary>Where the time of a scoring run goes: it always runs for one of reading, sentiment, other scoring and writing.</summary>
internal sealed class ScoringClock
{
    private readonly TimeSpan[] _spent = new TimeSpan[4];
    private long _since = Stopwatch.GetTimestamp();
    private Phase _phase = Phase.Scoring;

    private enum Phase
    {
        Reading,
        Scoring,
        Sentiment,
        Writing,
    }

    /// <summary>The time so far.</summary>
    public ScoringTime Time
    {
        get
        {
            Switch(_phase);
            return new ScoringTime(_spent[(int)Phase.Reading], _spent[(int)Phase.Scoring], _spent[(int)Phase.Sentiment],
                _spent[(int)Phase.Writing]);
        }
    }

    /// <summary>Counts what is done as reading from the store.</summary>
    public T Reading<T>(Func<T> read)
    {
        var before = Switch(Phase.Reading);
        var value = read();
        Switch(before);
        return value;
    }

    /// <summary>Counts what is done as scoring sentiment; what it writes counts as writing.</summary>
    public void Sentiment(Action score)
    {
        var before = Switch(Phase.Sentiment);
        score();
        Switch(before);
    }

    /// <summary>Counts what is done as writing into the store.</summary>
    public void Writing(Action write)
    {
        var before = Switch(Phase.Writing);
        write();
        Switch(before);
    }

    /// <summary>Counts a statement as writing; for the one place that is too hot for a closure.</summary>
    public void Run(Database.PreparedStatement statement, ReadOnlySpan<object?> values)
    {
        var before = Switch(Phase.Writing);
        statement.Run(values);
        Switch(before);
    }

    private Phase Switch(Phase next)
    {
        var now = Stopwatch.GetTimestamp();
        _spent[(int)_phase] += Stopwatch.GetElapsedTime(_since, now);
        _since = now;
        var before = _phase;
        _phase = next;
        return before;
    }
}

/// <summary>Time that a scoring run spent.</summary>
/// <param name="Reading">Reading posts and what stands above them.</param>
/// <param name="Scoring">Scoring relevance, language and stance.</param>
/// <param name="Sentiment">Scoring sentiment and its variants.</param>
/// <param name="Writing">Writing rows and committing.</param>
public readonly record struct ScoringTime(TimeSpan Reading, TimeSpan Scoring, TimeSpan Sentiment, TimeSpan Writing)
{
    /// <summary>All of it.</summary>
    public TimeSpan Total => Reading + Scoring + Sentiment + Writing;
}
