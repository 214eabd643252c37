using DiscourseLens.Scoring.Language;
using DiscourseLens.Scoring.Relevance;

namespace DiscourseLens.Tests.Scoring;

/// <summary>What the program ships, loaded once for all tests.</summary>
internal static class Shipped
{
    public static TermReader Reader { get; } = new(TermLexicon.LoadShipped());

    public static RelevanceGate Gate { get; } = new(Reader);

    public static LanguageReader Languages { get; } = new();
}
