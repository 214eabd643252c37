using DiscourseLens.Scoring.Relevance;
using DiscourseLens.Scoring.Sentiment;
using DiscourseLens.Scoring.Stance;

namespace DiscourseLens.Scoring.Classifying;

/// <summary>Scores single texts with a study's scorers. One instance serves one thread at a time.</summary>
public sealed class Classifier(Scorers scorers)
{
    private readonly Dictionary<string, string> _communities = new(scorers.Communities, StringComparer.OrdinalIgnoreCase);
    private readonly SentimentReader _sentiment = new(scorers.Sentiment);

    /// <summary>Scores texts.</summary>
    /// <param name="texts">The texts; may be empty.</param>
    /// <param name="cancellationToken">Ends the waiting for a stance scorer that is elsewhere.</param>
    /// <returns>One classification a text, in their order.</returns>
    public async ValueTask<IReadOnlyList<Classification>> ClassifyAsync(IReadOnlyList<TextToClassify> texts, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(texts);
        var decisions = texts.Select(Decide).ToList();
        var inputs = texts.Select((text, at) =>
            new StanceInput(text.Title, text.Text, text.ParentTitle, text.ParentText, decisions[at], Concepts.None)).ToList();
        var stances = await scorers.Stance.ScoreAsync(inputs, cancellationToken).ConfigureAwait(false);
        return [.. texts.Select((text, at) => Of(text, decisions[at], stances[at]))];
    }

    /// <summary>How a text came by its raw sentiment.</summary>
    public SentimentExplanation Explain(TextToClassify text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return _sentiment.Explain(text.Text);
    }

    private RelevanceDecision Decide(TextToClassify text)
    {
        var community = CommunityClasses.TryParse(_communities.GetValueOrDefault(text.Community ?? ""), out var known)
            ? known
            : CommunityClass.General;
        return scorers.Gate.Decide(new PostInContext(text.Title, text.Text, community, ThreadContext.Above(scorers.Gate, text.ParentTitle, text.ParentText, community)));
    }

    private Classification Of(TextToClassify text, RelevanceDecision relevance, StanceOutcome stance)
    {
        var sentiment = _sentiment.Read(text.Text);
        return new Classification(sentiment.Raw, relevance, stance)
        {
            Variants = sentiment,
            Window = relevance.Relevant ? Window(relevance) : null,
        };
    }

    // Sentiment is of the text alone, so what the title names is outside it.
    private double? Window(RelevanceDecision relevance) => _sentiment.Window(
        Targets.All, relevance with { Evidence = [.. relevance.Evidence.Where(mention => !mention.InTitle)] }, bodyStart: 0);
}
