using System.CommandLine;
using DiscourseLens.Collecting.Live;

namespace DiscourseLens.App.Commands;

/// <summary>Which configured sources a command is about, and the clients that ask them.</summary>
internal static class SourceChoice
{
    private static readonly TimeSpan s_patience = TimeSpan.FromMinutes(10);

    /// <summary>The argument that names one.</summary>
    public static Argument<string?> Argument() => new("SOURCE")
    {
        Description = "Name of a source in the settings (default: all that are enabled).",
        Arity = ArgumentArity.ZeroOrOne,
    };

    /// <summary>The clients; they wait up to ten minutes, since somebody looks on.</summary>
    public static ServiceProvider Connect(Settings settings) => new ServiceCollection().AddSources(settings, s_patience).BuildServiceProvider();

    /// <summary>The enabled sources, or the one named, in whatever case.</summary>
    /// <exception cref="WrongUseException">There is none.</exception>
    public static List<ConfiguredSource> Of(Settings settings, IServiceProvider services, string? name)
    {
        name = name?.ToLowerInvariant();
        var enabled = settings.Collect.Enabled.Select(pair => pair.Key).ToList();
        if (name is not null && !enabled.Contains(name))
        {
            throw new WrongUseException(settings.Collect.Sources.ContainsKey(name)
                ? $"The source '{name}' is not enabled; set Collect:Sources:{name}:Enabled to true. See docs/sources.md."
                : $"There is no source '{name}' in the settings; there are {(enabled.Count == 0 ? "none" : string.Join(", ", enabled))}. See docs/sources.md.");
        }

        if (enabled.Count == 0)
            throw new WrongUseException("No source is enabled; see docs/sources.md for how to set one up.");
        return [.. services.MakeSources(settings, s_patience).Where(source => name is null || source.Name == name)];
    }
}
