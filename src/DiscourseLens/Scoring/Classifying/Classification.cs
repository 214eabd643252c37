using DiscourseLens.Scoring.Relevance;
using DiscourseLens.Scoring.Sentiment;
using DiscourseLens.Scoring.Stance;

namespace DiscourseLens.Scoring.Classifying;

/// <summary>What the scorers say of one text.</summary>
/// <param name="Sentiment">Of the text alone, as given.</param>
/// <param name="Relevance">Of title and text in their thread.</param>
/// <param name="Stance">Toward psychedelic therapy; unrelated when not relevant, without a score where the scorer gave none.</param>
public sealed record Classification(SentimentScore Sentiment, RelevanceDecision Relevance, StanceOutcome Stance)
{
    /// <summary>The same score and the variants beside it.</summary>
    public required SentimentReading Variants { get; init; }

    /// <summary>The compound of the sentences that name a substance, see <see cref="SentimentReader.Window(string, RelevanceDecision, int)"/>; null when not relevant.</summary>
    public required double? Window { get; init; }
}
