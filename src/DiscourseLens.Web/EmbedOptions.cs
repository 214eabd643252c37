using System.Text.RegularExpressions;

namespace DiscourseLens.Web;

/// <summary>Who may show <c>/embed</c>, the chart alone, inside pages of their own. Nothing else of the site can be framed.</summary>
/// <param name="Hosts">
/// Origins such as <c>https://www.example.org</c> or <c>https://*.example.org</c>, each passing <see cref="IsOrigin"/>; none for nobody.
/// </param>
public sealed partial record EmbedOptions(IReadOnlyList<string> Hosts)
{
    /// <summary>The value of <c>frame-ancestors</c> in the policy of <c>/embed</c>.</summary>
    public string FrameAncestors => Hosts.Count == 0 ? "'none'" : string.Join(' ', Hosts);

    /// <summary>
    /// Whether a text is <c>http</c> or <c>https</c>, a host (its first label may be <c>*</c>) and, where given, a port. Anything
    /// more could end the directive that it becomes a part of.
    /// </summary>
    public static bool IsOrigin(string text) => Origin().IsMatch(text);

    [GeneratedRegex(@"\Ahttps?://(\*\.)?[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?(\.[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?)*(:[0-9]{1,5})?\z", RegexOptions.CultureInvariant)]
    private static partial Regex Origin();
}
