using System.Collections.Concurrent;
using DiscourseLens.Scoring.Learning;

namespace DiscourseLens.Scoring.Relevance.Model;

/// <summary>Weighs what the rules found: logistic regression around a prior for each rule. Any number of threads may share one.</summary>
internal sealed class RelevanceModel
{
    private static readonly Lazy<RelevanceModel> s_shipped = new(() => RelevanceModelFile.ModelOf(RelevanceModelFile.LoadShipped()));

    private readonly ConcurrentBag<RelevanceReading> _readings = [];
    private readonly Dictionary<string, double> _priors;

    /// <summary>From its parts.</summary>
    /// <param name="weights">Of class 0 relevant and class 1 unrelated.</param>
    /// <param name="calibration">How scores become probabilities.</param>
    /// <param name="hash">The hash of its file; empty while it has none.</param>
    public RelevanceModel(CompactModel weights, Calibration calibration, string hash = "")
    {
        (Weights, Calibration, Hash) = (weights, calibration, hash);
        _priors = calibration.Priors.ToDictionary(pair => pair.Key, pair => PortableMath.Log(pair.Value / (1 - pair.Value)), StringComparer.Ordinal);
    }

    /// <summary>The model that the build embeds.</summary>
    public static RelevanceModel Shipped => s_shipped.Value;

    /// <summary>The weights.</summary>
    public CompactModel Weights { get; }

    /// <summary>How scores become probabilities.</summary>
    public Calibration Calibration { get; }

    /// <summary>Lower-case hex SHA-256 of its file.</summary>
    public string Hash { get; }

    /// <summary>The probability of being relevant, in (0, 1).</summary>
    public double Probability(RuleVerdict verdict)
    {
        if (!_readings.TryTake(out var reading))
            reading = new RelevanceReading();
        try
        {
            reading.Read(verdict);
            Span<double> scores = stackalloc double[2];
            Weights.Score(reading.Hashed, reading.Dense, scores);
            var prior = _priors[verdict.Rule];
            return Logistic(prior + (Calibration.Trust * (((scores[0] - scores[1]) / Calibration.Temperature) - prior)));
        }
        finally
        {
            _readings.Add(reading);
        }
    }

    private static double Logistic(double score) => 1 / (1 + PortableMath.Exp(-score));
}

/// <summary>How a model's scores become probabilities.</summary>
/// <param name="Temperature">What scores are divided by; above 0.</param>
/// <param name="Trust">How far from a rule's prior the score may lead, on the scale of log-odds: 0 not at all, 1 all the way.</param>
/// <param name="Priors">The share of relevant posts by rule, in (0, 1).</param>
internal sealed record Calibration(double Temperature, double Trust, IReadOnlyDictionary<string, double> Priors);
