using System.Reflection;
using System.Text.RegularExpressions;
using DiscourseLens.Tests.Support;

namespace DiscourseLens.Tests.Architecture;

/// <summary>Data flows one way: a stage knows the stages before it, as far as it needs them, and none after it.</summary>
public sealed partial class DependencyTests
{
    private static readonly Assembly s_library = typeof(LensException).Assembly;

    private static readonly Dictionary<string, string[]> s_mayUse = new()
    {
        ["Collecting"] = ["Database"],
        ["Database"] = [],
        ["Scoring"] = ["Collecting", "Database"],
        ["Series"] = ["Database"],
        ["Trends"] = ["Database", "Series"],
    };

    public static TheoryData<string> Stages => [.. s_mayUse.Keys];

    [Fact]
    public void Library_HasNoStageWithoutARule() => Assert.Equal(
        s_mayUse.Keys.Order(),
        Directory.EnumerateDirectories(RepositoryFolder.PathOf("src/DiscourseLens")).Select(folder => Path.GetFileName(folder))
            .Where(name => name is not ("bin" or "obj")).Order());

    [Theory]
    [MemberData(nameof(Stages))]
    public void Sources_NameOnlyEarlierStages(string stage)
    {
        var files = Directory.EnumerateFiles(RepositoryFolder.PathOf($"src/DiscourseLens/{stage}"), "*.cs", SearchOption.AllDirectories).ToList();
        Assert.NotEmpty(files);
        var wrong =
            from file in files
            from line in File.ReadLines(file)
            where !line.TrimStart().StartsWith("//", StringComparison.Ordinal)
            from match in StageName().Matches(line)
            let other = match.Groups[1].Value
            where IsForbidden(stage, other)
            select $"{Path.GetRelativePath(RepositoryFolder.Root, file)}: {line.Trim()}";
        Assert.Empty(wrong);
    }

    [Theory]
    [MemberData(nameof(Stages))]
    public void Members_UseOnlyTypesOfEarlierStages(string stage)
    {
        var types = s_library.GetTypes().Where(type => StageOf(type) == stage).ToList();
        Assert.NotEmpty(types);
        var wrong =
            from type in types
            from used in TypesOf(type)
            let other = StageOf(used)
            where other is not null && IsForbidden(stage, other)
            select $"{type.FullName} uses {used.FullName}";
        Assert.Empty(wrong.Distinct());
    }

    [Fact]
    public void Library_KnowsNoConsoleWebServerOrJobEngine() => Assert.DoesNotContain(
        s_library.GetReferencedAssemblies().Select(assembly => assembly.Name ?? ""),
        name => name == "System.Console" || name.StartsWith("Microsoft.AspNetCore", StringComparison.Ordinal)
            || name.StartsWith("Hangfire", StringComparison.Ordinal));

    private static bool IsForbidden(string stage, string other) =>
        other != stage && !s_mayUse[stage].Contains(other);

    private static string? StageOf(Type type) =>
        type.Assembly == s_library && type.Namespace?.Split('.') is [_, var stage, ..] && s_mayUse.ContainsKey(stage) ? stage : null;

    /// <summary>What a type's fields, properties, parameters, results, bases and local variables are of.</summary>
    private static IEnumerable<Type> TypesOf(Type type)
    {
        const BindingFlags All = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static
            | BindingFlags.DeclaredOnly;
        var methods = type.GetMethods(All).Cast<MethodBase>().Concat(type.GetConstructors(All)).ToList();
        return type.GetFields(All).Select(field => field.FieldType)
            .Concat(type.GetInterfaces())
            .Concat(type.BaseType is { } ancestor ? [ancestor] : [])
            .Concat(methods.OfType<MethodInfo>().Select(method => method.ReturnType))
            .Concat(methods.SelectMany(method => method.GetParameters()).Select(parameter => parameter.ParameterType))
            .Concat(methods.SelectMany(method => method.GetMethodBody()?.LocalVariables.Select(local => local.LocalType) ?? []))
            .SelectMany(Parts);
    }

    private static IEnumerable<Type> Parts(Type type) => type.HasElementType
        ? Parts(type.GetElementType()!) // it has one
        : type.GetGenericArguments().SelectMany(Parts).Append(type);

    [GeneratedRegex(@"\bDiscourseLens\.(Collecting|Database|Scoring|Series|Trends)\b")]
    private static partial Regex StageName();
}
