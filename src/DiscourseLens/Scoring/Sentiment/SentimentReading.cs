namespace DiscourseLens.Scoring.Sentiment;

/// <summary>The raw score of one text and the variants beside it.</summary>
/// <param name="Raw">Of the text as it was given: comparable with the literature.</param>
/// <param name="ProseCompound">Compound of the text without quotes, code, links, signatures and marks, in [-1, 1].</param>
/// <param name="SentenceMean">Mean of its sentences' compounds, in [-1, 1], rounded to 4 digits; null without a sentence.</param>
/// <param name="PositiveShare">Share of its sentences with a compound of 0.05 or more; null without a sentence.</param>
/// <param name="NegativeShare">Share of its sentences with a compound of -0.05 or less; null without a sentence.</param>
/// <param name="MaskedCompound">As <paramref name="ProseCompound"/>, with nouns of illness, drug and therapy neutral.</param>
/// <param name="Tokens">Tokens of the text without quotes and so on.</param>
/// <param name="Sentences">Its sentences that hold a letter, a digit or a valence.</param>
public sealed record SentimentReading(
    SentimentScore Raw, double ProseCompound, double? SentenceMean, double? PositiveShare, double? NegativeShare,
    double MaskedCompound, int Tokens, int Sentences)
{
    /// <summary>From here on, either way, the raw compound has lost its scale: it says little more than "long".</summary>
    public const double Saturation = 0.9;

    /// <summary>Whether the raw compound is saturated.</summary>
    public bool Saturated => Math.Abs(Raw.Compound) >= Saturation;
}
