using CsCheck;
using DiscourseLens.Series;
using DiscourseLens.Series.Facets;
using DiscourseLens.Trends;

namespace DiscourseLens.Tests.Trends;

public sealed class TrendQueryTextTests
{
    private static readonly Gen<string> s_name = Gen.Char["ab,\\&=?#%+ \"<>'/é😀\t"].Array[1, 6]
        .Select(letters => new string(letters).Trim()).Where(name => name.Length > 0 && name != "all" && !HasHalf(name));

    private static readonly Facet?[] s_facets =
        [null, null, new(FacetKind.Age, "36h"), new(FacetKind.Age, "7d"), new(FacetKind.Age, "1h"), .. new[] { FacetKind.Condition, FacetKind.Language }.SelectMany(kind => Facet.ValuesOf(kind).Select(value => new Facet(kind, value)))];

    private static readonly Gen<Facet?> s_facet = Gen.Int[0, s_facets.Length - 1].Select(at => s_facets[at]);

    private static readonly Gen<TrendQuery> s_query = Gen.Select(
        Gen.Enum<Measure>(), Gen.Enum<Grain>(), Gen.Int[0, 400].Nullable(), Gen.Int[401, 800].Nullable(),
        s_name.Array[0, 3], s_name.Array[0, 3], Gen.Int[0, 15], Gen.Int[0, 6])
        .Select((measure, by, from, until, sources, communities, classes, target) => new TrendQuery
        {
            Measure = measure,
            By = by,
            From = from is { } first ? Day(first) : null,
            Until = until is { } last ? Day(last) : null,
            Sources = sources,
            Communities = communities,
            Classes = TrendQuery.CommunityClasses.Where((_, at) => (classes >> at) % 2 == 1).ToList(),
            Target = TrendQuery.Targets[target],
        })
        .SelectMany(query => Gen.Select(Gen.Enum<Weighting>(), Gen.Enum<CompareBy>().Nullable(), Gen.Bool, (weight, compare, details) => query with
        {
            Weight = query.Measure is Measure.Volume or Measure.Share ? Weighting.Post : weight,
            Compare = compare == CompareBy.Target && query.Target != "all" ? null : compare,
            Details = details,
        }))
        .SelectMany(query => s_facet.Select(facet => query with
        {
            Compare = query.Compare >= CompareBy.Condition && (facet is not null || query.Measure == Measure.Share) ? null : query.Compare,
            Facet = query.Measure == Measure.Share || (query.Measure != Measure.Volume && facet is { IsScored: false }) ? null : facet,
        }));

    [Fact]
    public void FromUrl_GivesTheQueryAgain_WhenItIsPrinted() => s_query.Sample(query =>
    {
        var once = TrendQuery.FromUrl(query.ToString());
        var twice = TrendQuery.FromUrl(once.ToString());

        Assert.Equal(once.ToString(), twice.ToString());
        Assert.Equal(
            (query.Measure, query.By, query.From, query.Until, query.Target, query.Weight, query.Compare, query.Details, query.Facet),
            (once.Measure, once.By, once.From, once.Until, once.Target, once.Weight, once.Compare, once.Details, once.Facet));
        Assert.Equal(Ordered(query.Sources), once.Sources);
        Assert.Equal(Ordered(query.Communities), once.Communities);
        Assert.Equal(Ordered(query.Classes), once.Classes);
        Assert.Equal(once, twice);
    });

    [Theory]
    [InlineData("", "")]
    [InlineData("measure=volume&by=month&target=all&weight=post&details=false&community=all", "")]
    [InlineData("community=two&community=one,%20two&by=week", "by=week&community=one,two")]
    [InlineData("source=reddit,all&community=a%5C%2Cb", "source=all&community=a%5C,b")]
    [InlineData("class=therapy&class=general&compare=class", "class=general,therapy&compare=class")]
    [InlineData("language=en&by=month&measure=sentiment", "measure=sentiment&language=en")]
    [InlineData("age=168h", "age=7d")]
    [InlineData("age=036h&by=week", "by=week&age=36h")]
    [InlineData("condition= ptsd &target=mdma", "target=mdma&condition=ptsd")]
    [InlineData("community=caf%C3%A9+noir", "community=caf%C3%A9%20noir")]
    public void ToString_IsTheSame_WhateverWayItWasAsked(string asked, string printed) =>
        Assert.Equal(printed, TrendQuery.FromUrl(asked).ToString());

    private static List<string> Ordered(IEnumerable<string> names) => names.Distinct().Order(StringComparer.Ordinal).ToList();

    private static DateOnly Day(int day) => new DateOnly(2023, 1, 1).AddDays(day);

    private static bool HasHalf(string name) => name.Where((letter, at) =>
        char.IsHighSurrogate(letter) ? at + 1 == name.Length || !char.IsLowSurrogate(name[at + 1])
        : char.IsLowSurrogate(letter) && (at == 0 || !char.IsHighSurrogate(name[at - 1]))).Any();
}
