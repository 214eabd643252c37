using System.Text;

namespace DiscourseLens.Scoring.Sentiment;

/// <summary>Tables for the raw score and its variants, read once. Immutable, so any number of threads may share one.</summary>
public sealed class SentimentModel
{
    // Counts up with any change to what the normaliser strips, where sentences end or what a window is.
    const string VariantRules = "variants 1";

    /// <summary>Reads the tables.</summary>
    /// <exception cref="LensException">The user's lexicon cannot be read.</exception>
    public SentimentModel(SentimentOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        Raw = options == new SentimentOptions() ? VaderModel.Shared : new VaderModel(options);
        Masked = Raw.Without(MaskedTerms.Words);
        byte[] identity = [.. Encoding.ASCII.GetBytes(Raw.Version.Hash), .. MaskedTerms.Bytes(), .. Encoding.ASCII.GetBytes(VariantRules)];
        Version = Raw.Version with { Hash = VaderModel.HashOf(identity) };
    }

    /// <summary>The identity of the scores: its hash covers lexicon, emoji, character classes, masked terms and the variants' rules.</summary>
    public ScorerVersion Version { get; }

    internal VaderModel Raw { get; }

    /// <summary>The same, to which the masked terms mean nothing.</summary>
    internal VaderModel Masked { get; }
}
