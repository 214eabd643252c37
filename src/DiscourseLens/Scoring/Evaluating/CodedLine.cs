using System.Globalization;
using DiscourseLens.Scoring.Classifying;
using DiscourseLens.Scoring.Stance;

namespace DiscourseLens.Scoring.Evaluating;

/// <summary>
/// Reads lines such as <c>{"text":"...","label":"FAVOR","subreddit":"ptsd","title":"...","parent":{"text":"..."},"author":"a1",
/// "substance":"ketamine","inclusion_probability":0.2}</c>; text and label must be there.
/// </summary>
public static class CodedLine
{
    /// <summary>Reads one line of UTF-8 JSON; unknown fields are passed over.</summary>
    /// <exception cref="FormatException">It is no such line; the message says why.</exception>
    public static CodedText Read(ReadOnlySpan<byte> line)
    {
        var fields = FlatLine.Read(line);
        var label = fields.Strings.GetValueOrDefault("label") ?? throw new FormatException("no label");
        return new CodedText(
            fields.ToText(fields.Uid ?? "null"),
            LabelOf(label),
            NullIfEmpty(fields.Strings.GetValueOrDefault("substance")),
            NullIfEmpty(fields.Strings.GetValueOrDefault("author")) ?? NullIfEmpty(fields.Strings.GetValueOrDefault("thread")),
            ProbabilityOf(fields));
    }

    private static StanceLabel LabelOf(string label) =>
        Enum.TryParse<StanceLabel>(label, ignoreCase: true, out var known) && Enum.IsDefined(known) && !char.IsAsciiDigit(label[0])
            ? known
            : throw new FormatException($"label '{label}' is none of FAVOR, AGAINST, NEUTRAL and UNRELATED");

    private static double? ProbabilityOf(FlatLine fields) => fields.Numbers.GetValueOrDefault("inclusion_probability") switch
    {
        0 when !fields.Numbers.ContainsKey("inclusion_probability") => null,
        > 0 and <= 1 and var probability => probability,
        var wrong => throw new FormatException(
            string.Create(CultureInfo.InvariantCulture, $"inclusion_probability {wrong} is not above 0 and at most 1")),
    };

    private static string? NullIfEmpty(string? value) => string.IsNullOrEmpty(value) ? null : value;
}
