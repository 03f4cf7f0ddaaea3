"""The page and the save of the fixed floor."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from bench.fixed.models import TABLES, Saved

PAGE_BYTES = 14_737


def page(request: HttpRequest, number: int) -> HttpResponse:
    """Eight indexed queries of four rows, their words through a template, and a page of always as many bytes."""
    tables = [table._default_manager.filter(page=number) for table in TABLES]
    response = render(request, "fixed/page.html", {"number": number, "tables": tables})
    response.content = response.content.ljust(PAGE_BYTES)
    return response


def save(request: HttpRequest) -> HttpResponse:
    """One INSERT, nothing read, and a redirect."""
    Saved._default_manager.create(words=request.POST["words"])
    return redirect("/page/1/")
