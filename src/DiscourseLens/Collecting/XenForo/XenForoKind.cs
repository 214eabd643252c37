using System.Text.RegularExpressions;

namespace DiscourseLens.Collecting.XenForo;

/// <summary>The kind <c>XenForo</c>: boards of a forum that runs XenForo 2, read page by page.</summary>
internal static partial class XenForoKind
{
    private const string Permission = "Permission";

    public static SourceKind Kind { get; } = new("XenForo", TimeSpan.FromSeconds(10), (options, _) => Fault(options), Make);

    private static SettingFault? Fault(SourceOptions options)
    {
        if (options.Address.Length == 0)
            return new(nameof(SourceOptions.Address), "", "give the forum's address, such as https://forum.example.org");
        if (options.Categories.Count == 0)
            return new(nameof(SourceOptions.Categories), "", "name at least one board");
        if (options.Categories.FirstOrDefault(name => !Board().IsMatch(name)) is { } wrong)
            return new(nameof(SourceOptions.Categories), wrong, "write a board as its address does after forums/, with its number, such as experiences.12");
        return string.IsNullOrWhiteSpace(options.Extra.GetValueOrDefault(Permission))
            ? new($"{nameof(SourceOptions.Extra)}:{Permission}", "", "this forum has no interface for programs: ask its operators, and say here when and by whom it was permitted")
            : null;
    }

    private static XenForoSource Make(SourceParts parts) => new(
        new() { Address = new Uri(parts.Options.Address.TrimEnd('/') + "/"), Boards = parts.Options.Categories }, parts.Client, parts.Time);

    [GeneratedRegex(@"^([\p{L}\p{N}_%-]+\.)?[0-9]{1,9}\z")]
    private static partial Regex Board();
}
