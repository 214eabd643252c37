using DiscourseLens.Database;
using DiscourseLens.Scoring.Relevance;
using DiscourseLens.Scoring.Sentiment;
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
public sealed class ScoringRun(LensDatabase database, Scorers scorers, TimeProvider time, Fence? fence = null)
{
    private readonly SentimentReader _sentiment = new(scorers.Sentiment);

    /// <summary>Scores all pending posts.</summary>
    /// <param name="progress">Told after every batch.</param>
    /// <param name="cancellationToken">Stops between batches.</param>
    public ScoringReport Run(IProgress<ScoringProgress>? progress, CancellationToken cancellationToken)
    {
        var clock = new ScoringClock();
        using var connection = database.Connect();
        var current = MakeCurrent(connection);
        var pending = new PendingPosts(connection, current);
        var threads = new ThreadReader(connection, scorers.Terms, current.Relevance);
        var total = clock.Reading(pending.List);
        var report = new ScoringReport(0, 0, 0);
        while (clock.Reading(() => pending.Read(after: report.Posts)) is { Count: > 0 } batch)
        {
            cancellationToken.ThrowIfCancellationRequested();
            using var transaction = connection.BeginTransaction();
            using var writer = new ScoreWriter(connection, current, clock);
            foreach (var post in batch)
                report = report.Add(Score(post, threads, writer, clock));
            fence?.Invoke(connection);
            clock.Writing(transaction.Commit);
            progress?.Report(new ScoringProgress(report.Posts, total));
        }

        return report with { Time = clock.Time };
    }

    private CurrentIds MakeCurrent(SqliteConnection connection)
    {
        using var transaction = connection.BeginTransaction();
        CommunityClassSync.Run(connection, scorers.Communities);
        var registry = new ScorerRegistry(connection, time);
        var current = new CurrentIds(
            registry.MakeCurrent(scorers.Relevance),
            registry.MakeCurrent(scorers.Sentiment.Version),
            registry.MakeCurrent(scorers.Stance.Version));
        fence?.Invoke(connection);
        transaction.Commit();
        return current;
    }

    private (bool Relevant, bool Unscored) Score(PendingPost post, ThreadReader threads, ScoreWriter writer, ScoringClock clock)
    {
        var (parent, root) = clock.Reading(() => (threads.Parent(post), threads.Root(post)));
        var decision = Decide(post, parent, root);
        writer.Write(post, decision);
        writer.Write(post, decision.Evidence);
        writer.MarkDirty(post);
        var language = scorers.Languages.Detect(post.Text ?? "");
        writer.WriteLanguage(post, language);
        if (Scorers.Unscorable(post, language) is { } reason)
        {
            writer.WriteUnscored(post, reason);
            return (decision.Relevant, true);
        }

        clock.Sentiment(() => SentimentRows.Write(writer, _sentiment, post, decision));
        if (decision.Relevant)
            WriteStance(post, parent, root, decision, writer);
        return (decision.Relevant, false);
    }

    private RelevanceDecision Decide(PendingPost post, Above parent, Above root)
    {
        var community = CommunityClasses.TryParse(post.Class, out var known) ? known : CommunityClass.General;
        var context = new ThreadContext(parent.Concepts, root.Concepts, parent.IsRelevant, root.IsRelevant)
        {
            ParentText = parent.Text,
        };
        return scorers.Gate.Decide(new PostInContext(post.Title, post.Body, community, context));
    }

    private void WriteStance(PendingPost post, Above parent, Above root, RelevanceDecision decision, ScoreWriter writer)
    {
        foreach (var target in Targets.IdsOf(decision.Targets).Prepend(Targets.All))
        {
            var input = new StanceInput(
                post.Title, post.Body, root.Title, parent.Text, decision, Targets.ConceptOf(target));
            writer.Write(post, target, scorers.Stance.ScoreAsync([input], default).AsTask().GetAwaiter().GetResult()[0].Score!);
        }
    }
}
