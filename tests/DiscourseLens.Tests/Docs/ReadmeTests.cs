using System.Text.RegularExpressions;
using DiscourseLens.Tests.Support;

namespace DiscourseLens.Tests.Docs;

public sealed partial class ReadmeTests
{
    private static readonly string s_readme = Documents.Read("README.md");

    [Fact]
    public void Readme_StaysShort() => Assert.InRange(s_readme.Split('\n').Length, 1, 150);

    [Fact]
    public void Readme_ShowsCodeEarly() =>
        Assert.InRange(Array.FindIndex(s_readme.Split('\n'), line => line.StartsWith("```", StringComparison.Ordinal)), 0, 29);

    [Fact]
    public void Readme_NamesTheTestCommand() => Assert.Contains("\ndotnet test\n", s_readme, StringComparison.Ordinal);

    [Fact]
    public async Task Documents_NameEveryCommandAndOption_WhenHelpDoes()
    {
        using var home = new TempFolder();
        var help = (await ProgramRun.Of(home, "--help")).Output;
        var commands = Command().Matches(help[help.IndexOf("Commands:", StringComparison.Ordinal)..]).Select(match => match.Groups[1].Value).ToList();
        Assert.NotEmpty(commands);
        var all = string.Join('\n', Documents.All.Select(Documents.Read));
        foreach (var command in commands)
        {
            Assert.Matches($@"^\| `{command}\b", string.Join('\n', s_readme.Split('\n').Where(line => line.StartsWith($"| `{command}", StringComparison.Ordinal))));
            foreach (var option in Option().Matches((await ProgramRun.Of(home, command, "--help")).Output).Select(match => match.Value))
                Assert.Contains("`" + option, all, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Links_LeadSomewhere_WhenRelative()
    {
        var broken =
            from document in Documents.All
            from match in Link().Matches(Documents.Read(document))
            let target = match.Groups[1].Value
            where !target.Contains("://", StringComparison.Ordinal) && !Leads(document, target)
            select $"{document}: {target}";
        Assert.Empty(broken);
    }

    private static bool Leads(string document, string target)
    {
        var parts = target.Split('#');
        var path = parts[0].Length == 0 ? document : Path.Combine(Path.GetDirectoryName(document) ?? "", parts[0]);
        if (!File.Exists(RepositoryFolder.PathOf(path)))
            return false;
        return parts.Length == 1 || Heading().Matches(Documents.Read(path))
            .Any(heading => Markdown.Anchor(heading.Groups[1].Value) == parts[1]);
    }

    [GeneratedRegex(@"^  (\w+)", RegexOptions.Multiline)]
    private static partial Regex Command();

    [GeneratedRegex("--[a-z][a-z-]*")]
    private static partial Regex Option();

    [GeneratedRegex(@"\]\(([^)\s]+)\)")]
    private static partial Regex Link();

    [GeneratedRegex("^#+ (.*)$", RegexOptions.Multiline)]
    private static partial Regex Heading();
}
