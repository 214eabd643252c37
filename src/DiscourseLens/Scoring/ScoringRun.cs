using DiscourseLens.Database;
using DiscourseLens.Scoring.Stance;
using Microsoft.Data.Sqlite;

namespace DiscourseLens.Scoring;

/// <summary>
/// Scores what lacks a score of a current scorer: relevance first, sentiment where there is text, stance where relevant.
/// Stopped anywhere, it goes on where it was; run twice, it changes nothing.
/// </summary>
/// <param name="database">The store.</param>
/// <param name="scorers">The study's scorers.</param>
/// <param name="time">Dates the first use of a scorer.</param>
/// <param name="fence">Guards every transaction; null when run by hand.</param>
/// <param name="options">What to score; everything when null.</param>
public sealed class ScoringRun(
    LensDatabase database, Scorers scorers, TimeProvider time, Fence? fence = null, ScoringOptions? options = null)
{
    private readonly ScoringOptions _options = options ?? new ScoringOptions();

    /// <summary>Scores all pending posts.</summary>
    /// <param name="progress">Told after every batch.</param>
    /// <param name="cancellationToken">Stops between batches.</param>
    /// <exception cref="LensException">Only some scorers are asked for, and the relevance they rest on is of another version.</exception>
    public ScoringReport Run(IProgress<ScoringProgress>? progress, CancellationToken cancellationToken)
    {
        var clock = new ScoringClock(_options.WorkersHere);
        using var writing = database.Connect();
        var isDry = _options.DryRun > 0;
        var current = isDry ? Find(writing) : MakeCurrent(writing);
        using var reading = database.ConnectReadOnly();
        using var reader = new PostReader(reading, current, scorers);
        var total = clock.Reading(() => reader.List(Asks(ScorerKinds.Relevance), _options.DryRun));
        var report = new ScoringReport(0, 0, 0);
        using var line = new ScoringLine(reader, scorers, clock, _options.WorkersHere, cancellationToken);
        foreach (var batch in line.Batches())
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (!isDry)
                clock.Writing(() => Write(writing, current, batch));
            report = batch.Aggregate(report, (sum, post) => sum.Add(post));
            progress?.Report(new ScoringProgress(report.Posts, total));
        }

        return report with { Time = clock.Time };
    }

    private void Write(SqliteConnection connection, CurrentIds current, IReadOnlyList<PostScores> batch)
    {
        using var transaction = connection.BeginTransaction();
        using (var writer = new ScoreWriter(connection, current))
        {
            foreach (var post in batch)
                writer.Write(post);
        }

        var usage = batch.Aggregate(default(ModelUsage), static (sum, post) => sum + post.Usage);
        if (usage != default)
            ModelUsageRows.Add(connection, current.Stance!.Value, usage, time.GetUtcNow()); // only a stance scorer that ran has a cost
        fence?.Invoke(connection);
        transaction.Commit();
        foreach (var post in batch)
            post.Post.IsWritten = true;
    }

    private CurrentIds MakeCurrent(SqliteConnection connection)
    {
        using var transaction = connection.BeginTransaction();
        CommunityClassSync.Run(connection, scorers.Communities);
        var registry = new ScorerRegistry(connection, time);
        if (!Asks(ScorerKinds.Relevance))
            registry.RequireOrNone(scorers.Relevance);
        var current = new CurrentIds(
            registry.MakeCurrent(scorers.Relevance),
            Asks(ScorerKinds.Sentiment) ? registry.MakeCurrent(scorers.Sentiment.Version) : null,
            Asks(ScorerKinds.Stance) ? registry.MakeCurrent(scorers.Stance.Version) : null);
        fence?.Invoke(connection);
        transaction.Commit();
        return current;
    }

    private CurrentIds Find(SqliteConnection connection)
    {
        var registry = new ScorerRegistry(connection, time);
        return new CurrentIds(
            registry.Find(scorers.Relevance),
            Asks(ScorerKinds.Sentiment) ? registry.Find(scorers.Sentiment.Version) : null,
            Asks(ScorerKinds.Stance) ? registry.Find(scorers.Stance.Version) : null);
    }

    private bool Asks(ScorerKinds kind) => (_options.Scorers & kind) != 0;
}
