namespace DiscourseLens.Scoring.Sentiment;

/// <summary>
/// How positive or negative the wording of one text is. Wording only: not an opinion about any subject.
/// </summary>
/// <param name="Negative">Share of the wording that is negative, in [0, 1], rounded to 3 digits.</param>
/// <param name="Neutral">Share of the wording that is neutral, in [0, 1], rounded to 3 digits.</param>
/// <param name="Positive">Share of the wording that is positive, in [0, 1], rounded to 3 digits.</param>
/// <param name="Compound">
/// Overall tone, unitless, in [-1, 1], rounded to 4 digits: -1 most negative, +1 most positive.
/// </param>
/// <remarks>The shares sum to 1 within rounding; all four are 0 for a text without a token.</remarks>
public readonly record struct SentimentScore(double Negative, double Neutral, double Positive, double Compound);
