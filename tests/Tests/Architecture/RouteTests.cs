using System.Reflection;
using Huanxin.Tests.Support;
using Huanxin.Web.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Components;
using Xunit;

namespace Huanxin.Tests.Architecture;

public sealed class RouteTests
{
    [Fact]
    public async Task Every_route_names_its_permission_or_is_marked_public()
    {
        await using var app = await TestApp.StartAsync();

        // The framework's own, which the fallback policy keeps shut.
        string[] shut = ["{**path:file}", "/_framework/opaque-redirect"];

        var open = Routes(app).Where(route => RightOf(route) is null).Select(route => route.RoutePattern.RawText)
            .Where(path => !shut.Contains(path)).ToList();

        Assert.True(open.Count == 0, "routes without a permission or an explicit public mark:\n" + string.Join("\n", open));
    }

    [Fact]
    public async Task Only_known_routes_are_public()
    {
        await using var app = await TestApp.StartAsync();
        string[] known = ["/sign-in", "/health", "/problem", "/lib/", "/public", "/design", "/{*path}"];

        var strangers = Routes(app).Where(route => RightOf(route) == "public")
            .Select(route => "/" + route.RoutePattern.RawText!.TrimStart('/'))
            .Where(path => !known.Any(start => path.StartsWith(start, StringComparison.Ordinal)) && !path.Contains('.'))
            .ToList();

        Assert.True(strangers.Count == 0, "unexpected public routes:\n" + string.Join("\n", strangers));
    }

    [Fact]
    public void No_form_is_bound_by_its_name_for_then_what_cannot_be_read_is_dropped_in_silence()
    {
        var named = typeof(CurrentUser).Assembly.GetTypes().SelectMany(type => type.GetProperties(BindingFlags.Instance | BindingFlags.NonPublic | BindingFlags.Public))
            .Where(property => property.GetCustomAttribute<SupplyParameterFromFormAttribute>() is { FormName: not null }).Select(property => property.DeclaringType!.Name);

        Assert.Empty(named);
    }

    private static IEnumerable<RouteEndpoint> Routes(TestApp app) =>
        app.Services.GetRequiredService<IEnumerable<EndpointDataSource>>().SelectMany(source => source.Endpoints).OfType<RouteEndpoint>();

    private static string? RightOf(RouteEndpoint route) =>
        route.Metadata.GetMetadata<RequiresAttribute>() is { } requires ? requires.Permission.ToString()
        : route.Metadata.GetMetadata<SignedInAttribute>() is not null ? "signed in"
        : route.Metadata.GetMetadata<IAllowAnonymous>() is not null ? "public"
        : null;
}
