namespace DiscourseLens.Scoring.Sentiment;

/// <summary>The words that name illnesses, drugs and therapies, from the reviewed file <c>masked_terms.tsv</c>.</summary>
internal static class MaskedTerms
{
    const string File = "masked_terms.tsv";

    /// <summary>Tokens in lower case.</summary>
    public static IReadOnlySet<string> Words { get; } =
        VaderModel.Rows(Bytes()).Select(row => row[0]).ToHashSet(StringComparer.Ordinal);

    /// <summary>The file: part of the hash of the scorer's version.</summary>
    public static byte[] Bytes() => VaderModel.ReadResource(File);
}
