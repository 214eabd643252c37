namespace DiscourseLens.Scoring;

/// <summary>How long a scoring run took, and how long its stages were busy meanwhile: they overlap.</summary>
/// <param name="Elapsed">From its start to its end.</param>
/// <param name="Workers">Posts that could be scored at once, at least 1.</param>
public readonly record struct ScoringTime(TimeSpan Elapsed, int Workers)
{
    /// <summary>Reading posts and what their scores rest on.</summary>
    public TimeSpan Reading { get; init; }

    /// <summary>Scoring relevance, language and stance, summed over the workers.</summary>
    public TimeSpan Scoring { get; init; }

    /// <summary>Scoring sentiment and its variants, summed over the workers.</summary>
    public TimeSpan Sentiment { get; init; }

    /// <summary>Writing rows and committing.</summary>
    public TimeSpan Writing { get; init; }

    /// <summary>A part of the time that one stage of one thread could be busy, in [0, 1].</summary>
    public double ShareOf(TimeSpan busy) => Elapsed > TimeSpan.Zero ? busy / Elapsed : 0;

    /// <summary>A part of the time that all workers could be busy, in [0, 1].</summary>
    public double ShareOfWorkers(TimeSpan busy) => ShareOf(busy) / Workers;
}
