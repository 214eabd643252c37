using DiscourseLens.Scoring.Relevance;
using DiscourseLens.Scoring.Sentiment;
using DiscourseLens.Scoring.Stance;

namespace DiscourseLens.Scoring.Classifying;

/// <summary>Scores single texts with a study's scorers. One instance serves one thread at a time.</summary>
public sealed class Classifier(Scorers scorers)
{
    private readonly Dictionary<string, string> _communities = new(scorers.Communities, StringComparer.OrdinalIgnoreCase);
    private readonly SentimentReader _sentiment = new(scorers.Sentiment);

    /// <summary>Scores one text.</summary>
    public Classification Classify(TextToClassify text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var community = CommunityClasses.TryParse(_communities.GetValueOrDefault(text.Community ?? ""), out var known)
            ? known
            : CommunityClass.General;
        var context = ContextOf(text, community);
        var relevance = scorers.Gate.Decide(new PostInContext(text.Title, text.Text, community, context));
        var stance = new StanceInput(text.Title, text.Text, text.ParentTitle, text.ParentText, relevance, Concepts.None);
        var sentiment = _sentiment.Read(text.Text);
        return new Classification(sentiment.Raw, relevance, scorers.Stance.Score(stance))
        {
            Variants = sentiment,
            Window = relevance.Relevant ? Window(relevance) : null,
        };
    }

    /// <summary>How a text came by its raw sentiment.</summary>
    public SentimentExplanation Explain(TextToClassify text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return _sentiment.Explain(text.Text);
    }

    // Sentiment is of the text alone, so what the title names is outside it.
    private double? Window(RelevanceDecision relevance) => _sentiment.Window(
        Targets.All, relevance with { Evidence = [.. relevance.Evidence.Where(mention => !mention.InTitle)] }, bodyStart: 0);

    // A parent with a title is the submission itself.
    private ThreadContext ContextOf(TextToClassify text, CommunityClass community)
    {
        if (text.ParentTitle is null && text.ParentText is null)
            return ThreadContext.None;
        var parent = scorers.Gate.Decide(
            new PostInContext(text.ParentTitle, text.ParentText ?? "", community, ThreadContext.None));
        var isRoot = text.ParentTitle is not null;
        return new ThreadContext(
            parent.Named, isRoot ? parent.Named : Concepts.None, parent.Relevant, isRoot && parent.Relevant)
        {
            ParentText = text.ParentText,
        };
    }
}
