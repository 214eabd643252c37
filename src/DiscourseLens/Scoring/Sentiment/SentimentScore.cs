namespace DiscourseLens.Scoring.Sentiment;

/// <summary>VADER's four numbers for a text, rounded as the reference rounds them. All 0 for a text without a token.</summary>
/// <param name="Negative">Share of negative weight, in [0, 1], three digits.</param>
/// <param name="Neutral">Share of tokens without valence, in [0, 1], three digits.</param>
/// <param name="Positive">Share of positive weight, in [0, 1], three digits.</param>
/// <param name="Compound">Normalised sum of valences, in [-1, 1], four digits.</param>
public readonly record struct SentimentScore(double Negative, double Neutral, double Positive, double Compound);
