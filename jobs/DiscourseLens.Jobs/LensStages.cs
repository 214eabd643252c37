using DiscourseLens.Collecting;
using DiscourseLens.Collecting.Deleting;
using DiscourseLens.Collecting.Live;
using DiscourseLens.Collecting.Revisiting;
using DiscourseLens.Database;
using DiscourseLens.Scoring;
using DiscourseLens.Series;

namespace DiscourseLens.Jobs;

/// <summary>How the study's stages are made for one run, each fenced by the lease of that run.</summary>
/// <param name="Collector">Makes the stage that takes archives in.</param>
/// <param name="Scoring">Makes the stage that scores.</param>
/// <param name="Rollup">Makes the stage that rolls up.</param>
public sealed record LensStages(
    Func<Fence, Collector> Collector, Func<Fence, ScoringRun> Scoring, Func<Fence, Rollup> Rollup)
{
    /// <summary>Makes the stage that collects from configured sources.</summary>
    public Func<Fence, LiveCollector> Live { get; init; } = _ => throw new InvalidOperationException("No source is configured.");

    /// <summary>Makes the stage that looks at posts again.</summary>
    public Func<Fence, RevisitRun> Revisits { get; init; } = _ => throw new InvalidOperationException("No source is configured.");

    /// <summary>How posts are looked at again.</summary>
    public RevisitOptions RevisitOptions { get; init; } = new();

    /// <summary>Makes the stage that lets texts expire.</summary>
    public Func<Fence, Retention> Retention { get; init; } = _ => throw new InvalidOperationException("No retention is configured.");

    /// <summary>Makes the stage that removes the last traces of what was purged.</summary>
    public Func<Fence, Clearing> Clearing { get; init; } = _ => throw new InvalidOperationException("No clearing is configured.");

    /// <summary>Days that texts are kept.</summary>
    public int TextDays { get; init; } = new RetentionOptions().TextDays;

    /// <summary>The sources that are collected.</summary>
    public IReadOnlyList<ConfiguredSource> Sources { get; init; } = [];
}
