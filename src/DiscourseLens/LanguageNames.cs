namespace DiscourseLens;

/// <summary>The languages that a text can be found to be in.</summary>
public static class LanguageNames
{
    /// <summary>The code of English, the one language that is scored.</summary>
    public const string English = "en";

    /// <summary>Stands for a text whose language is undecided, or that is gone.</summary>
    public const string Undecided = "und";

    /// <summary>ISO 639-1 code, or <see cref="Undecided"/>, to the name in sentences.</summary>
    public static IReadOnlyDictionary<string, string> All { get; } = new SortedDictionary<string, string>(StringComparer.Ordinal)
    {
        ["ar"] = "Arabic",
        ["da"] = "Danish",
        ["de"] = "German",
        ["el"] = "Greek",
        [English] = "English",
        ["es"] = "Spanish",
        ["fi"] = "Finnish",
        ["fr"] = "French",
        ["he"] = "Hebrew",
        ["hi"] = "Hindi",
        ["it"] = "Italian",
        ["ja"] = "Japanese",
        ["ko"] = "Korean",
        ["nb"] = "Norwegian",
        ["nl"] = "Dutch",
        ["pl"] = "Polish",
        ["pt"] = "Portuguese",
        ["ro"] = "Romanian",
        ["ru"] = "Russian",
        ["sv"] = "Swedish",
        ["th"] = "Thai",
        ["tr"] = "Turkish",
        ["zh"] = "Chinese",
        [Undecided] = "an undecided language",
    };
}
