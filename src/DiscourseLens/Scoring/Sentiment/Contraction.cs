namespace DiscourseLens.Scoring.Sentiment;

/// <summary>Finds the shortened "not".</summary>
internal static class Contraction
{
    /// <summary>Whether the token holds "n't", in any case.</summary>
    public static bool IsNegated(ReadOnlySpan<byte> token)
    {
        for (var rest = token; ;)
        {
            var apostrophe = rest.IndexOf((byte)'\'');
            if (apostrophe < 0)
                return false;
            if (apostrophe > 0 && apostrophe + 1 < rest.Length
                && rest[apostrophe - 1] is (byte)'n' or (byte)'N' && rest[apostrophe + 1] is (byte)'t' or (byte)'T')
                return true;
            rest = rest[(apostrophe + 1)..];
        }
    }
}
