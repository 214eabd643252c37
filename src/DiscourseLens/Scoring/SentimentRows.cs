using DiscourseLens.Scoring.Relevance;
using DiscourseLens.Scoring.Sentiment;

namespace DiscourseLens.Scoring;

/// <summary>A post's rows of sentiment: one for all targets, and one for each target whose window says something else.</summary>
internal static class SentimentRows
{
    public static void Write(ScoreWriter writer, SentimentReader reader, PendingPost post, RelevanceDecision decision)
    {
        var reading = reader.Read(post.Text ?? "");
        if (!decision.Relevant)
        {
            writer.Write(post, Targets.All, reading, null);
            return;
        }

        var bodyStart = post.Title is null ? 0 : StoredText.BodyStart(post.Title);
        var all = reader.Window(Targets.All, decision, bodyStart);
        writer.Write(post, Targets.All, reading, all);
        foreach (var target in Targets.IdsOf(decision.Targets))
        {
            if (reader.Window(target, decision, bodyStart) is { } window && window != all)
                writer.Write(post, target, reading, window);
        }
    }
}
